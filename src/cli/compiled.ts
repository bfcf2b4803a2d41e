/**
 * Loads modules with all their functions compiled. V8 compiles each when it is called first, and the cache of compiled code (see
 * `main.ts`) takes a module as it was when it was loaded: what came after that would be compiled in each run again.
 */
export async function compiled<T>(load: () => Promise<T>): Promise<T> {
  // Taken here, since to load it takes half a millisecond.
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  setFlagsFromString("--no-lazy");
  try {
    return await load();
  } finally {
    // For whatever else is loaded, such as the user's prettier.
    setFlagsFromString("--lazy");
  }
}
