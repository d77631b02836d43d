package segment

// The rules of tokens.
const (
	ruleWord         = "segment/word"
	ruleNumber       = "segment/number"
	ruleUnit         = "segment/unit"         // cut off the figure before it
	ruleAbbreviation = "segment/abbreviation" // keeps its period
	ruleInitial      = "segment/initial"      // one capital with its period, of a name
	ruleContraction  = "segment/contraction"  // a part of one
	rulePossessive   = "segment/possessive"   // the 's or ' of one
	ruleElision      = "segment/elision"      // keeps an apostrophe
	ruleHyphen       = "segment/hyphen"       // keeps a hyphen
	ruleAddress      = "segment/address"      // of the web or of mail
	ruleTag          = "segment/tag"          // #tag or @name
	ruleMarker       = "segment/marker"       // of a list item
	ruleEmoticon     = "segment/emoticon"
	ruleEllipsis     = "segment/ellipsis"
	rulePunctuation  = "segment/punctuation"
	ruleSymbol       = "segment/symbol"
)

// The rules of sentences: what made the end.
const (
	ruleTerminator = "segment/terminator" // . ? ! and their like
	ruleShortened  = "segment/shortened"  // the period of an abbreviation, which ends the sentence too
	ruleTrailing   = "segment/trailing"   // an ellipsis
	ruleCaption    = "segment/caption"    // the number of a figure before its text, or what stands before a credit
	ruleDate       = "segment/date"       // the line of a date before or after it
	ruleLine       = "segment/line"       // a line break that is no hard wrap
	ruleParagraph  = "segment/paragraph"  // an empty line, or the end of the text
	rulePart       = "segment/part"       // the border of a part
)
