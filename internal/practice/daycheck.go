package practice

import (
	"fmt"
	"slices"
	"strings"

	"snowfield/internal/fault"
)

// DayCheck is what is asked of one participant on the day of a dosing
// session. A question not asked has no answer. It closes when the session
// begins. It holds for the day it was asked on alone: on another day
// everything is asked anew.
type DayCheck struct {
	ParticipantID    string        `json:"participant_id"`
	AskedOn          Date          `json:"asked_on"` // in the practice's zone
	Identity         Answer        `json:"identity"` // name and birth date confirmed
	Fasted           Answer        `json:"fasted"`   // as agreed
	FastingNote      string        `json:"fasting_note"`
	Medicines        Answer        `json:"medicines"` // taken as agreed with the prescriber
	MedicinesNote    string        `json:"medicines_note"`
	Ride             Answer        `json:"ride"` // the ride home is arranged; for virtual sessions the chaperone stands in
	RideHome         Contact       `json:"ride_home"`
	SuicidalThoughts Answer        `json:"suicidal_thoughts"` // new ones; yes is what stands in the way
	SuicidalNote     string        `json:"suicidal_note"`
	Intoxicated      Answer        `json:"intoxicated"`     // today
	AbleToConsent    Answer        `json:"able_to_consent"` // today
	Intention        string        `json:"intention"`       // for today, in the client's words
	Touch            TouchAnswer   `json:"touch"`           // asked again today
	Baseline         Baseline      `json:"baseline"`
	Virtual          VirtualSafety `json:"virtual"`
	UpdatedAt        Instant       `json:"updated_at"`
	Version          int           `json:"version"`
}

// VirtualSafety is what must be known for today before a virtual dosing
// session. The address is today's and does not change the client's own.
type VirtualSafety struct {
	Address          string `json:"address"`
	CallBackNumber   string `json:"call_back_number"`
	EmergencyNumber  string `json:"emergency_number"` // local to the address
	EmergencyRoom    string `json:"emergency_room"`   // nearest emergency department
	ChaperoneName    string `json:"chaperone_name"`
	ChaperonePhone   string `json:"chaperone_phone"`
	ChaperoneAdult   bool   `json:"chaperone_adult"`
	ChaperonePresent bool   `json:"chaperone_present"` // physically there now
	PressureCuff     bool   `json:"pressure_cuff"`
	SpitCup          bool   `json:"spit_cup"`
	Dependents       bool   `json:"dependents"`      // children and pets are cared for
	LostConnection   bool   `json:"lost_connection"` // the plan was gone through: client, chaperone, emergency services
	LostMinutes      int    `json:"lost_minutes"`    // after how many to call emergency services
}

// VirtualItem is one item of virtual safety in words, and whether it is there.
type VirtualItem struct {
	Key     string `json:"key"`
	Label   string `json:"label"`
	Missing string `json:"missing"` // the sentence when it is not: "There is no spit cup."
	There   bool   `json:"there"`
}

// Items lists what a virtual dosing session needs, in the order it is asked.
func (v VirtualSafety) Items() []VirtualItem {
	has := func(s string) bool { return strings.TrimSpace(s) != "" }
	return []VirtualItem{
		{"address", "The exact address of today", "Today's exact address is not noted.", has(v.Address)},
		{"call_back_number", "A call-back number", "There is no call-back number.", has(v.CallBackNumber)},
		{"emergency_number", "The local emergency number", "The local emergency number is not noted.", has(v.EmergencyNumber)},
		{"emergency_room", "The nearest emergency department", "The nearest emergency department is not noted.", has(v.EmergencyRoom)},
		{"chaperone", "A chaperone: adult, name and phone", "There is no adult chaperone with name and phone.", v.ChaperoneAdult && has(v.ChaperoneName) && has(v.ChaperonePhone)},
		{"chaperone_present", "The chaperone is physically there", "The chaperone is not there yet.", v.ChaperonePresent},
		{"pressure_cuff", "A blood-pressure cuff", "There is no blood-pressure cuff.", v.PressureCuff},
		{"spit_cup", "A spit cup", "There is no spit cup.", v.SpitCup},
		{"dependents", "Children and pets are cared for", "Children and pets are not cared for yet.", v.Dependents},
		{"lost_connection", "The plan for a lost connection was gone through", "The plan for a lost connection was not gone through.", v.LostConnection && v.LostMinutes > 0},
	}
}

// NewDayCheck returns what is asked today. What was asked of the participant
// earlier today stands; of another day only the version remains, so that it
// can be written over. The intention and the ride are those of the
// preparation until today's are given.
func NewDayCheck(participantID string, today Date, client Client, preparation *PreparationForm, stored *DayCheck) DayCheck {
	if stored != nil && stored.AskedOn == today {
		return *stored
	}
	d := DayCheck{ParticipantID: participantID, AskedOn: today, Intention: client.Intention}
	if preparation != nil {
		d.RideHome = preparation.RideHome
	}
	if stored != nil {
		d.Version = stored.Version
	}
	return d
}

// DayQuestion is one yes-or-no question of the day.
type DayQuestion struct {
	Key    string `json:"key"` // the answer's field in DayCheck
	Text   string `json:"text"`
	Wanted Answer `json:"wanted"` // the answer that lets the session begin
	Note   string `json:"note"`   // the field for words; empty for none
}

// DayQuestions lists the questions of the day in the order they are asked.
// Fasting is asked where hours were agreed; the ride home of clients in the
// office.
func DayQuestions(place Place, preparation *PreparationForm, settings Settings) []DayQuestion {
	list := []DayQuestion{{"identity", "Name and birth date confirmed?", AnswerYes, ""}}
	hours := FastingHours(preparation, settings)
	switch {
	case hours == 1:
		list = append(list, DayQuestion{"fasted", "Nothing eaten for 1 hour, as agreed?", AnswerYes, "fasting_note"})
	case hours > 1:
		list = append(list, DayQuestion{"fasted", fmt.Sprintf("Nothing eaten for %d hours, as agreed?", hours), AnswerYes, "fasting_note"})
	}
	list = append(list, DayQuestion{"medicines", "Medicines taken as agreed with the prescriber?", AnswerYes, "medicines_note"})
	if place == Office {
		list = append(list, DayQuestion{"ride", "Is the ride home arranged?", AnswerYes, ""})
	}
	return append(list,
		DayQuestion{"suicidal_thoughts", "New thoughts of suicide?", AnswerNo, "suicidal_note"},
		DayQuestion{"intoxicated", "Intoxicated today?", AnswerNo, ""},
		DayQuestion{"able_to_consent", "Able to consent today?", AnswerYes, ""},
	)
}

// FastingHours are those agreed in the preparation, else the practice's own; 0
// for none.
func FastingHours(preparation *PreparationForm, settings Settings) int {
	if preparation != nil {
		return preparation.FastingHours
	}
	return settings.FastingHours
}

// UsualSafety is what was noted before about where the client is and whom to
// call. It is offered for today, never taken over by itself, and confirms
// nothing.
func UsualSafety(client Client, settings Settings, earlier *DayCheck) VirtualSafety {
	u := VirtualSafety{Address: client.Address, CallBackNumber: client.Phone, LostMinutes: settings.LostMinutes}
	if earlier == nil {
		return u
	}
	v := earlier.Virtual
	u.EmergencyNumber, u.EmergencyRoom = v.EmergencyNumber, v.EmergencyRoom
	u.ChaperoneName, u.ChaperonePhone = v.ChaperoneName, v.ChaperonePhone
	return u
}

// Validate refuses answers there are none of and text that is too long. It
// may be empty.
func (d DayCheck) Validate() error {
	var c fault.Check
	CheckID(&c, "participant_id", d.ParticipantID)
	checkDate(&c, "asked_on", d.AskedOn, true)
	for _, a := range []struct {
		field  string
		answer Answer
	}{
		{"identity", d.Identity},
		{"fasted", d.Fasted},
		{"medicines", d.Medicines},
		{"ride", d.Ride},
		{"suicidal_thoughts", d.SuicidalThoughts},
		{"intoxicated", d.Intoxicated},
		{"able_to_consent", d.AbleToConsent},
	} {
		if !slices.Contains([]Answer{NotAnswered, AnswerNo, AnswerYes}, a.answer) {
			c.Refuse(a.field, "Choose yes or no.")
		}
	}
	if !slices.Contains([]TouchAnswer{TouchNotAsked, TouchAgreed, TouchNone}, d.Touch) {
		c.Refuse("touch", "Choose agreed or no touch.")
	}
	checkText(&c, "fasting_note", d.FastingNote)
	checkText(&c, "medicines_note", d.MedicinesNote)
	checkText(&c, "suicidal_note", d.SuicidalNote)
	checkText(&c, "intention", d.Intention)
	checkContact(&c, "ride_home", d.RideHome)
	d.Baseline.check(&c)
	v := d.Virtual
	checkText(&c, "virtual.address", v.Address)
	checkLine(&c, "virtual.call_back_number", v.CallBackNumber)
	checkLine(&c, "virtual.emergency_number", v.EmergencyNumber)
	checkText(&c, "virtual.emergency_room", v.EmergencyRoom)
	checkLine(&c, "virtual.chaperone_name", v.ChaperoneName)
	checkLine(&c, "virtual.chaperone_phone", v.ChaperonePhone)
	if v.LostMinutes < 0 || v.LostMinutes > 60 {
		c.Refuse("virtual.lost_minutes", "Choose 1 to 60 minutes.")
	}
	return c.Err()
}
