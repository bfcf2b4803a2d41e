/**
 * A small description that holds what breaks pages: text that ends a script, patterns of `String.replace`, entities,
 * quotes of each kind, characters beyond the basic plane, line separators, and schemas that go round in a circle.
 */
export const tricky = {
  openapi: "3.0.3",
  info: { title: "Tricky </script> & 'co'", version: "1.0" },
  servers: [{ url: "https://api.example.com/v1" }],
  paths: {
    "/nodes/{id}": {
      get: {
        operationId: "getNode",
        summary: 'A "quoted" `node` for $& and $1 and ${id}',
        description: "Ends a script: </script><b>bold</b> &lt;tag&gt; &amp;amp; \\ back \\n not a break.\nSecond line.",
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", example: "{[(" } }],
        responses: {
          "200": {
            description: "Gr\u00fc\u00dfe \u{1f600} \u2028 line separator",
            content: { "application/json": { schema: { $ref: "#/components/schemas/TreeNode" } } },
          },
          "404": { description: "None // no comment /* none */" },
        },
      },
    },
  },
  components: {
    schemas: {
      TreeNode: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string", description: "It's </script> again" },
          kind: { type: "string", enum: ["a", "b</script>", "$&"] },
          parent: { $ref: "#/components/schemas/TreeNode" },
          children: { type: "array", items: { $ref: "#/components/schemas/TreeNode" } },
        },
      },
    },
  },
} as const;

export const trickyJson: string = JSON.stringify(tricky, null, 2);
