package source

import (
	"bytes"
	"cmp"
	"io"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"rashomon"
)

// feed yields every entry of a feed (RSS 0.9x, 1.0, 2.0; Atom) as an original: a feed in UTF-8 with nothing but the
// title of the whole and the one entry as it stood.
func (o *opener) feed(s stream) bool {
	entries := newFeedReader(o.inBytes(s), o.limit())
	for {
		entry, err := entries.next()
		if err == io.EOF {
			return true
		}
		place := s.address + ":" + strconv.Itoa(max(entries.start, 1))
		switch {
		case err != nil:
			return o.fail(fileError(place, err))
		case entries.overlong:
			if !o.fail(tooLarge(place, o.limit())) {
				return false
			}
		case !o.feedEntry(entries, entry, s.address, place):
			return false
		}
	}
}

// inBytes returns a stream whose markup is ASCII: one in UTF-16 that begins with a mark is decoded.
func (o *opener) inBytes(s stream) stream {
	head, _ := s.Peek(2)
	if bytes.Equal(head, []byte("\xff\xfe")) || bytes.Equal(head, []byte("\xfe\xff")) {
		s = o.stream(transform.NewReader(s.Reader, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder()), s)
	}
	s.skipMark()
	return s
}

// feedEntry yields one entry, under the id that it gives itself.
func (o *opener) feedEntry(entries *feedReader, entry []byte, feed, place string) bool {
	data, err := entries.framed(entry)
	if err != nil {
		return o.fail(placed(err, place))
	}
	_, item, err := readEntry(data)
	if err != nil {
		return o.fail(placed(err, place))
	}
	name, address := place, place
	if id := strings.TrimSpace(cmp.Or(item.GUID, item.Link)); id != "" {
		name, address = id, feed+"!"+id
	}
	return o.hand(rashomon.Original{Bytes: data, Format: rashomon.FormatEntry, Name: name, Address: address})
}

// readEntry reads a feed of one entry. Its errors carry no place.
func readEntry(data []byte) (*gofeed.Feed, *gofeed.Item, error) {
	parser := gofeed.NewParser()
	parser.KeepOriginalFeed = true
	feed, err := parser.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, nil, &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Cause: "the entry cannot be read: " + innermost(err).Error(), Err: err,
			Remedy: "get the feed again",
		}
	}
	if len(feed.Items) != 1 {
		return nil, nil, &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: "this is no feed of one entry", Remedy: "read the whole feed"}
	}
	return feed, feed.Items[0], nil
}

// parseEntry reads an entry: its content, or where it has none its description.
func parseEntry(doc *rashomon.Document, original rashomon.Original) error {
	feed, item, err := readEntry(original.Bytes)
	if err != nil {
		return placed(err, original.Address)
	}
	body, err := contentBlocks(cmp.Or(strings.TrimSpace(item.Content), item.Description))
	if err != nil {
		return placed(err, original.Address)
	}
	doc.Text, doc.Parts = assemble(body)
	if doc.Text == "" {
		return &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: original.Address, Cause: "the entry has no text",
			Remedy: "fetch the page that it links to",
		}
	}
	doc.Details = entryDetails(feed, item)
	return nil
}

// contentBlocks returns the blocks of HTML that is all content. The error has no place.
func contentBlocks(content string) ([]block, error) {
	if len(content) > smallPage && countElements(content) > mostElements {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Cause: "it has too many elements", Remedy: "save its text as plain text",
		}
	}
	return htmlFragment(content), nil
}

func entryDetails(feed *gofeed.Feed, item *gofeed.Item) []rashomon.Detail {
	var details []rashomon.Detail
	add := func(field rashomon.Field, value, element string) {
		if value = fieldValue(field, value); value != "" {
			details = append(details, rashomon.Detail{Field: field, Value: value, Rule: "feed/" + element})
		}
	}
	add(rashomon.FieldTitle, plainTitle(item.Title), "title")
	add(rashomon.FieldSource, plainTitle(feed.Title), "channel title")
	authors := item.Authors
	if len(authors) == 0 {
		authors = feed.Authors
	}
	for _, author := range authors {
		add(rashomon.FieldAuthor, cmp.Or(author.Name, author.Email), "author")
	}
	add(rashomon.FieldPublished, publication(feed, item), "published")
	if isAddress(item.Link) {
		add(rashomon.FieldURL, item.Link, "link")
	}
	add(rashomon.FieldLanguage, feed.Language, "language")
	return details
}

// publication returns when an entry was published. For Atom gofeed puts the time of the last change where that is
// missing.
func publication(feed *gofeed.Feed, item *gofeed.Item) string {
	if original, ok := feed.OriginalFeed().(*atom.Feed); ok {
		return original.Entries[0].Published
	}
	return item.Published
}

// plainTitle returns a title without its markup; many feeds have some there.
func plainTitle(title string) string {
	text, _ := assemble(htmlFragment(title))
	return text
}
