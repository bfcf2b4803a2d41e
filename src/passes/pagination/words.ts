/** A name without its spelling: `next_page_token`, `nextPageToken` and `next-page[token]` are one. */
export const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");
