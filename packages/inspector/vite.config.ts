import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The page lies beside the compiled server, which the compiler writes.
  build: { outDir: "dist/page", emptyOutDir: true },
});
