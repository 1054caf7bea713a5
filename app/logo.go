package app

import (
	"context"
	"crypto/rand"

	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// LogoView is the letterhead's logo, ready to be looked at. Its bytes come
// from the asset handler at URL, never from a file.
type LogoView struct {
	URL string `json:"url"` // empty: there is none
}

// Logo makes the logo ready to be looked at.
func (s *Settings) Logo() (LogoView, error) {
	return view(s.core, func(tx *store.Tx) (LogoView, error) {
		logo, err := tx.Logo()
		return s.showLogo(logo), err
	})
}

// ChooseLogo asks for a PNG or JPEG file and keeps a logo made of it; the file
// itself stays as it is. The view is empty, and nothing changed, when the
// person chose none.
func (s *Settings) ChooseLogo() (LogoView, error) {
	if _, err := unlocked(s.core, func(context.Context, *records) (nothing, error) { return nothing{}, nil }); err != nil {
		return LogoView{}, err
	}
	path, err := door(s.core, func() (string, error) {
		return s.shell.OpenFile("Choose a logo", "Pictures", "*.png;*.jpg;*.jpeg;*.PNG;*.JPG;*.JPEG")
	})
	if err != nil || path == "" {
		return LogoView{}, err
	}
	return update(s.core, func(tx *store.Tx) (LogoView, error) {
		file, err := readChosen(path, practice.MaxLogoBytes)
		if err != nil {
			return LogoView{}, err
		}
		logo, err := practice.ReadLogo(file)
		if err != nil {
			return LogoView{}, err
		}
		return s.showLogo(logo), tx.PutLogo(logo)
	})
}

// RemoveLogo leaves documents without one.
func (s *Settings) RemoveLogo() error {
	_, err := update(s.core, func(tx *store.Tx) (nothing, error) { return nothing{}, tx.PutLogo("") })
	return err
}

func (s *Settings) showLogo(l practice.Logo) LogoView {
	if l == "" {
		return LogoView{}
	}
	token := rand.Text()
	s.documents.keep(token, document{pdf: []byte(l), mediaType: "image/png"})
	return LogoView{documentPath + token}
}
