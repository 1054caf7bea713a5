package main

import (
	"context"
	"fmt"
	"io"
	"os"
)

// runApp builds the app and opens it with the flags given. Where there is no
// display it shows the main job instead (show.go).
func runApp(ctx context.Context, args []string) error {
	shown := hasDisplay()
	err := inOrder(ctx, []step{
		{name: "what the system needs", run: func(ctx context.Context, out io.Writer) error {
			if shown {
				return ensureSystem(ctx, out, debianBuild)
			}
			return ensureSystem(ctx, out, debianBuild, debianDisplay)
		}},
		{name: "pages", run: buildFrontend},
		{name: "app", run: buildProduction},
	})
	if err != nil {
		return err
	}
	if shown {
		return foreground(ctx, appPath(), args...)
	}

	var passphrase string
	err = inOrder(ctx, []step{{name: "sample practice, without a display", run: func(ctx context.Context, out io.Writer) error {
		passphrase, err = show(ctx, out)
		return err
	}}})
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stdout, "%s\n%s\n%s\npassphrase: %s\n", shownPDF, shownPicture, shownVault, passphrase)
	return nil
}
