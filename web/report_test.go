package web_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestReport gets the report in both forms: a file to be kept, with the text of documents as text.
func TestReport(t *testing.T) {
	t.Parallel()
	api := serve(t, config(), tangled()...).URL + "/api/v1/report"
	for format, want := range map[string][3]string{
		"html": {"text/html; charset=utf-8", `attachment; filename="report.html"`, "<h1>What 2 accounts tell</h1>"},
		"md":   {"text/markdown; charset=utf-8", `attachment; filename="report.md"`, "# What 2 accounts tell\n"},
	} {
		response, err := http.Get(api + "?format=" + format)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(response.Body)
		_ = response.Body.Close()
		got := [2]string{response.Header.Get("Content-Type"), response.Header.Get("Content-Disposition")}
		if err != nil || response.StatusCode != http.StatusOK || got != [2]string(want[:2]) ||
			!strings.Contains(string(body), want[2]) {
			t.Errorf("%s: %s %q %v %.200s", format, response.Status, got, err, body)
		}
	}
	response, err := http.Get(api + "?format=pdf")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("a form that there is not: %s", response.Status)
	}
}
