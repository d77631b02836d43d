package archive

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"net"

	"github.com/jackc/pgx/v5/pgconn"

	"rashomon"
)

const (
	remedyServer = "see that it runs and can be reached from here, and try again; what was kept before is whole"
	remedyLogin  = "put the password into PGPASSWORD or ~/.pgpass, or name another user"
	remedyGrant  = "ask the owner of the database for the permission, or name a schema of your own by ?search_path=NAME"
)

// postgresFailures maps the codes of PostgreSQL (postgresql.org/docs/current/errcodes-appendix.html), or their classes,
// the first two letters.
var postgresFailures = map[string]failureText{
	"08":    {rashomon.ErrorUnreachable, "the connection to the server was lost", remedyServer},
	"25006": {rashomon.ErrorDenied, causeReadOnly, "name the server that takes changes"},
	"28":    {rashomon.ErrorDenied, "the server does not let this user in", remedyLogin},
	"3D":    {rashomon.ErrorNotFound, "the server has no database of this name", "make it, by createdb, or name another"},
	"40":    {rashomon.ErrorBusy, "another process is writing to the archive", remedyBusy},
	"42501": {rashomon.ErrorDenied, "this user may not do that in the database", remedyGrant},
	"53":    {rashomon.ErrorBusy, "the server has no connection or memory left", remedyBusy},
	"53100": {rashomon.ErrorFull, "the server's disk is full", remedyFull},
	"54":    {rashomon.ErrorTooLarge, "one document is larger than the database takes", remedySplit},
	"55P03": {rashomon.ErrorBusy, "another process is writing to the archive", remedyBusy},
	"57":    {rashomon.ErrorUnreachable, "the server ended the connection: it starts, stops, or was told to", remedyServer},
	"57014": {rashomon.ErrorBusy, "the server ended what took too long", "try again when it has less to do; nothing is lost"},
	"57P03": {rashomon.ErrorBusy, "the server is starting", remedyBusy},
	"58":    {rashomon.ErrorCorrupt, "the server's disk does not give the data back", remedyBroken},
	"XX001": {rashomon.ErrorCorrupt, "the data of the server is damaged", remedyBroken},
	"XX002": {rashomon.ErrorCorrupt, "an index of the server is damaged", "let its administrator REINDEX the database"},
}

func (p *postgres) failure(err error) error {
	var theirs *pgconn.PgError
	if errors.As(err, &theirs) {
		return p.refusal(theirs)
	}
	var connecting *pgconn.ConnectError
	if errors.As(err, &connecting) { // which is not kept: it holds the password
		return newError(rashomon.ErrorUnreachable, p.name, "no PostgreSQL answers: "+why(err), remedyServer, nil)
	}
	var network net.Error
	isLost := errors.As(err, &network) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF)
	if isLost || errors.Is(err, driver.ErrBadConn) || errors.Is(err, net.ErrClosed) {
		text := postgresFailures["08"]
		return newError(text.kind, p.name, text.cause, text.remedy, err)
	}
	return nil
}

// refusal says what an answer of the server means.
func (p *postgres) refusal(theirs *pgconn.PgError) error {
	text, known := postgresFailures[theirs.Code]
	if !known && len(theirs.Code) > 2 {
		text, known = postgresFailures[theirs.Code[:2]]
	}
	if !known {
		return newError(rashomon.ErrorInvalid, p.name, "the database says: "+theirs.Message+" ("+theirs.Code+")",
			"report it: this is a fault of rashomon, or somebody changed the tables", theirs)
	}
	return newError(text.kind, p.name, text.cause+" ("+theirs.Message+")", text.remedy, theirs)
}

// why returns the innermost reason for which there is no connection, in which neither address nor password stand.
func why(err error) string {
	var name *net.DNSError
	var operation *net.OpError
	switch {
	case errors.As(err, &name):
		return "there is no host " + name.Name
	case errors.As(err, &operation):
		return operation.Err.Error()
	case errors.Is(err, context.DeadlineExceeded):
		return "it takes too long"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "what listens there ends the connection"
	}
	return "the connection cannot be made as the address asks, by its sslmode for one"
}

func (p *postgres) isBusy(err error) bool {
	var theirs *pgconn.PgError
	return errors.As(err, &theirs) && (theirs.Code == "57P03" || theirs.Code == "53300")
}
