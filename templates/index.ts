import type { Template } from "../src/emit/template.js";
import { client } from "./client.js";
import { entry } from "./entry.js";
import { operations } from "./operations.js";
import { renamed } from "./renamed.js";
import { types } from "./types.js";
import { webhooks } from "./webhooks.js";

/** Every output that there is. The runtime is no template: what these mention of it is carried over as it is. */
export const templates: readonly Template[] = [types, operations, renamed, webhooks, client, entry];
