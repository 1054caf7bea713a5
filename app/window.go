package app

import (
	"context"
	"fmt"
	"io/fs"
	"os"

	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/options/windows"
)

// Window builds the app and describes its window to Wails: pages are the
// built frontend, index.html at their root.
func Window(config Config, pages fs.FS) *options.App {
	log := OpenLog(logFolder())
	shell := &wailsShell{}
	application := newApp(config, shell, log)
	application.screen = openScreen(screenFile())
	remembered := readPlace(placeFile())

	state := options.Normal
	if remembered.Maximised {
		state = options.Maximised
	}
	return &options.App{
		Title:            "Snowfield",
		Width:            remembered.Width,
		Height:           remembered.Height,
		MinWidth:         leastWidth,
		MinHeight:        leastHeight,
		WindowStartState: state,
		BackgroundColour: options.NewRGB(0xF1, 0xF4, 0xF5), // the light ground, until the page has painted
		Menu:             nativeMenu(shell),
		Logger:           wailsLogger{log},
		AssetServer:      &assetserver.Options{Assets: pages, Handler: application.assets()},
		Bind:             application.bound(),
		ErrorFormatter:   wireError,
		OnStartup: func(ctx context.Context) {
			shell.started(ctx)
			restorePlace(ctx, remembered)
			if err := application.started(); err != nil {
				fmt.Fprintln(os.Stderr, "snowfield:", err)
				os.Exit(1)
			}
		},
		OnBeforeClose: func(ctx context.Context) bool {
			if application.beforeClose() {
				return true
			}
			writePlace(placeFile(), currentPlace(ctx, remembered))
			return false
		},
		OnShutdown: func(context.Context) { application.stopped() },
		Linux: &linux.Options{
			ProgramName: "snowfield",
			// A chart of text and a few lines needs no graphics card, and
			// WebKit's acceleration is the part that fails on odd drivers.
			WebviewGpuPolicy: linux.WebviewGpuPolicyNever,
			Messages:         &linux.Messages{WebKit2GTKMinRequired: "Snowfield needs WebKit2GTK %s or newer. Your records were not touched. Update the system and start Snowfield again."},
		},
		Mac: &mac.Options{ContentProtection: application.screen.active},
		Windows: &windows.Options{
			WebviewUserDataPath: webviewFolder(),
			DisablePinchZoom:    true,
			ContentProtection:   application.screen.active,
			Messages:            windowsMessages(),
		},
	}
}

// windowsMessages says what is missing in plain words. Built with the tag
// wv2runtime.error, Wails only shows ContactAdmin and downloads nothing.
func windowsMessages() *windows.Messages {
	const missing = "Snowfield shows its window with Microsoft Edge WebView2, which is missing or too old on this computer. " +
		"Your records were not touched. Install \"WebView2 Runtime\" from Microsoft, or ask whoever looks after this computer, and start Snowfield again."
	return &windows.Messages{
		InstallationRequired: missing,
		UpdateRequired:       missing,
		MissingRequirements:  "Snowfield cannot open its window",
		Webview2NotInstalled: "WebView2 is not installed",
		Error:                "Snowfield",
		FailedToInstall:      missing,
		DownloadPage:         missing,
		PressOKToInstall:     "",
		ContactAdmin:         missing,
		InvalidFixedWebview2: missing,
		WebView2ProcessCrash: "The part of Windows that shows the window stopped. What was saved is safe. Close Snowfield and start it again.",
	}
}
