package source

import "rashomon"

// Placeholders until the real readers stand; each goes when its file comes.

type Fetcher struct{}

func frame(*rashomon.Document)                                  {}
func language(string) []rashomon.Detail                         { return nil }
func parseMarkdown(*rashomon.Document, rashomon.Original) error { return nil }
func parsePDF(*rashomon.Document, rashomon.Original) error      { return nil }
func parseMail(*rashomon.Document, rashomon.Original) error     { return nil }
func parseEntry(*rashomon.Document, rashomon.Original) error    { return nil }
func parseCSV(*rashomon.Document, rashomon.Original) error      { return nil }
func parseResponse(*rashomon.Document, rashomon.Original) error { return nil }
