// Package rashomon is the vocabulary of Rashomon, which reads what several people wrote about the same events and shows
// what each of them says happened, on whose word.
//
// A [Document] is one text as published. Its text never changes; everything that is known of it is kept in layers, flat
// slices whose elements point into the text by [Extent] (bytes) or by [Span] (tokens), and into each other by index.
// Every element names the rule or model that found it. The layers are filled in this order, each by one package:
//
//	Details, Parts      source       what the publication says of itself; headline, byline, body ...
//	Sentences, Tokens   segment      sentences and words
//	(in Tokens)         syntax       tags, lemmas and the dependency tree
//	Timexes             timex        when
//	Quantities          quantity     how many
//	Entities, Mentions  entity       who and what is spoken of
//	(in Entities)       gazetteer    where places lie
//	Statements          attribution  on whose word
//	Written, Evidence   dating       when it was written, as far as the text tells that has no day of publication
//	(in Timexes)        timex        when, of what counts from there
//	Events              event        who did what to whom
//	(in Events)         factuality   whether it is so, according to whom
//	Labels, LoadedWords framing      under what name, in what words; and in Events who is made the doer
//	Stances             stance       in what light
//
// A later layer adds to the document and never edits an earlier one. [Document.Check] verifies that all layers fit
// together, [Document.Findings] lists them one fact a line for people and for golden files, and [Encode] and [Decode]
// are the one stored form.
//
// The package knows no technology: it reads no files, opens no database and asks for no clock.
package rashomon
