package org.upstander.ingest.http;

import java.io.IOException;
import org.upstander.ingest.domain.Draft;
import org.upstander.ingest.domain.SignalDraft;

/** A signal while it is being read. */
final class SignalItem implements Item<Draft.OfSignal> {

    private final SignalDraft signal = new SignalDraft();

    @Override
    public void field(String name, Fields fields) throws IOException {
        switch (name) {
            case "type" -> signal.type(fields.text("/type"));
            case "action" -> signal.action(fields.text("/action"));
            case "kind" -> signal.kind(fields.text("/kind"));
            case "account" -> signal.account(fields.text("/account"));
            case "author" -> signal.author(fields.author("/author"));
            case "by" -> signal.by(fields.id("/by"));
            case "staff" -> signal.staff(fields.id("/staff"));
            case "source" -> signal.source(fields.text("/source"));
            case "at" -> signal.at(fields.text("/at"));
            case "externalId" -> signal.externalId(fields.id("/externalId"));
            case "invite" -> signal.invite(fields.id("/invite"));
            case "note" -> signal.note(fields.text("/note"));
            default -> fields.skip();
        }
    }

    @Override
    public Draft.OfSignal draft() {
        return signal.draft();
    }

    @Override
    public String externalId() {
        return null;
    }
}
