import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

export default defineConfig({
	plugins: [preact()],
	build: {
		// The oldest webview we meet: WebKitGTK 2.42 and macOS 12's WebKit.
		target: ["es2022", "safari16"],
		// Everything is a file: the CSP has no room for data: addresses.
		assetsInlineLimit: 0,
		// The polyfill is an inline script, which the CSP refuses.
		modulePreload: false,
		chunkSizeWarningLimit: 4000,
	},
	test: {
		environment: "happy-dom",
		include: ["src/**/*.test.{ts,tsx}"],
		env: { TZ: "Europe/Berlin" },
	},
});
