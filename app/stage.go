package app

import (
	"snowfield/internal/practice"
	"snowfield/internal/store"
)

// reach carries a client's stage on after an act.
func reach(tx *store.Tx, clientID string, act practice.Milestone) error {
	client, err := tx.Client(clientID)
	if err != nil {
		return err
	}
	stage := practice.StageAfter(client.Stage, act)
	if stage == client.Stage {
		return nil
	}
	client.Stage = stage
	_, err = tx.PutClient(client)
	return err
}

// reachByDosing carries on the stage of everybody who took part in a dosing
// session that has begun: in course, and integrating once every dosing of the
// plan was held.
func reachByDosing(tx *store.Tx, s practice.Session) error {
	if s.Kind != practice.Dosing || s.ActualStart == "" {
		return nil
	}
	for _, p := range s.Participants {
		act := practice.MilestoneDosing
		course, planned, err := tx.CourseAt(p.ClientID, s.Start())
		if err != nil {
			return err
		}
		if planned && !course.Complete() {
			progress, _, err := progressOf(tx, course)
			if err != nil {
				return err
			}
			if progress.DosingsDone >= course.Plan.Dosings {
				act = practice.MilestoneAllDosed
			}
		}
		if err := reach(tx, p.ClientID, act); err != nil {
			return err
		}
	}
	return nil
}
