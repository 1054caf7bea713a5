package block

// Questions are to be answered by hand: beside each item a box for each
// choice, which carries its number. Where the choices have words they stand
// above the boxes, on every page; else the words for both ends stand beside
// each row of boxes.
type Questions struct {
	Choices []AnswerBox
	Items   []Question
}

// An AnswerBox is one choice.
type AnswerBox struct {
	Number string
	Label  string // empty where the scale has words only at its ends
}

// A Question is one item.
type Question struct {
	Mark string // "1"
	Text string
	Low  string // what the lowest number means, where the choices have no words
	High string
}

func (Questions) block() {}
