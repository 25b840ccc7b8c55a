import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  server: {
    // `vite` serves the page with hot reload; the API is the running server's.
    proxy: { "/api": `http://127.0.0.1:${process.env["PORT"] ?? 4400}` },
  },
});
