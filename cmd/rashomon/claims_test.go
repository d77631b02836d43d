package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/rashomontest"
)

// FuzzClaimRecord: a line that is read is a claim with an id, every account of which has an id of its own, and is
// read again as it is printed; one that is not leaves nothing.
func FuzzClaimRecord(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "../../claim/testdata/*.cases") {
		line, err := json.Marshal(claimRecord{ID: "c", Claim: phrase, Accounts: []accountRecord{{ID: "a", Text: phrase}}})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(line)
	}
	for _, line := range []string{
		`{"id": "cut`, `{"id":1}`, `[]`, `{"id":"a","claim":"b","accounts":[{"id":""}]}`, `{"ID":"a","CLAIM":"b"}`,
	} {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, line []byte) {
		record, err := readClaimRecord(line)
		if err != nil {
			if diff := cmp.Diff(record, claimRecord{}); diff != "" {
				t.Errorf("%q: an error and half a record: %s", line, diff)
			}
			return
		}
		ids := map[string]bool{"": true}
		for _, account := range record.Accounts {
			if ids[account.ID] {
				t.Errorf("%q: the id %q stands for several accounts or none", line, account.ID)
			}
			ids[account.ID] = true
		}
		printed, err := json.Marshal(record)
		if err != nil {
			t.Fatal(err)
		}
		again, err := readClaimRecord(printed)
		if err != nil || record.ID == "" || record.Claim == "" {
			t.Fatalf("%q: %v", printed, err)
		}
		if diff := cmp.Diff(again, record); diff != "" {
			t.Errorf("%q (-again +first):\n%s", line, diff)
		}
	})
}
