package web

import (
	"bytes"
	"context"

	"rashomon/report"
	"rashomon/view"
)

// ReportInput asks for a report.
type ReportInput struct {
	KnownOn
	Days
	Format string `query:"format" enum:"html,md" default:"html"`
	Title  string `query:"title" maxLength:"200" doc:"what heads it"`
	Most   int    `query:"most" minimum:"1" maximum:"1000" default:"30" doc:"how many entries each part has at most"`
}

// A File is a file to be kept by whoever asks for it.
type File struct {
	Type        string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

func (s *Server) report(ctx context.Context, in *ReportInput) (*File, error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	about := report.About{
		KnownOn: in.KnownOn.KnownOn, Happened: view.Days{From: in.From, To: in.To}, Title: in.Title, Made: s.config.Now(),
		Program: s.config.Version, Most: in.Most,
	}
	if err := about.Kept(ctx, s.archive); err != nil {
		return nil, err
	}
	made, out := report.Of(b.During(about.Happened), about), &bytes.Buffer{}
	file := &File{Type: "text/html; charset=utf-8", Disposition: `attachment; filename="report.html"`}
	write := made.HTML
	if in.Format == "md" {
		file, write = &File{Type: "text/markdown; charset=utf-8", Disposition: `attachment; filename="report.md"`}, made.Markdown
	}
	if err := write(out); err != nil {
		return nil, err
	}
	file.Body = out.Bytes()
	return file, nil
}
