import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    // The page lies beside the compiled server, which the compiler writes.
    outDir: "dist/page",
    emptyOutDir: true,
    // Whose code is bundled with the page, and under which terms.
    license: { fileName: "licenses.md" },
  },
});
