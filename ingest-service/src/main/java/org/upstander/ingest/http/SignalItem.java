package org.upstander.ingest.http;

import java.io.IOException;
import org.upstander.ingest.domain.Author;
import org.upstander.ingest.domain.Draft;

/** A signal while it is being read. */
final class SignalItem implements Item<Draft.OfSignal> {

    private String type;
    private String action;
    private String kind;
    private String account;
    private Author author;
    private String by;
    private String staff;
    private String source;
    private String at;
    private String note;
    private String externalId;

    @Override
    public void field(String name, Fields fields) throws IOException {
        switch (name) {
            case "type" -> type = fields.text("/type");
            case "action" -> action = fields.text("/action");
            case "kind" -> kind = fields.text("/kind");
            case "account" -> account = fields.text("/account");
            case "author" -> author = fields.author("/author");
            case "by" -> by = fields.id("/by");
            case "staff" -> staff = fields.id("/staff");
            case "source" -> source = fields.text("/source");
            case "at" -> at = fields.text("/at");
            case "externalId" -> externalId = fields.id("/externalId");
            case "note" -> note = fields.text("/note");
            default -> fields.skip();
        }
    }

    @Override
    public Draft.OfSignal draft() {
        return new Draft.OfSignal(
                type, action, kind, account, author, by, staff, source, at, note, externalId, null);
    }

    @Override
    public String externalId() {
        return null;
    }
}
