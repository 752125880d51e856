package org.upstander.alert.application.language;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.upstander.alert.application.Directory;
import org.upstander.alert.application.EngineSettings;
import org.upstander.alert.application.Transactions;
import org.upstander.alert.domain.Contact;

/** In which language somebody is spoken to. */
@ApplicationScoped
public class Language {

    private final Transactions transactions;
    private final Directory directory;
    private final EngineSettings settings;

    Language(Transactions transactions, Directory directory, EngineSettings settings) {
        this.transactions = transactions;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * @param wanted BCP 47, or null
     * @return that, or the one of the installation
     */
    public String tag(String wanted) {
        return wanted == null ? settings.locale().toLanguageTag() : wanted;
    }

    public Texts texts(String wanted) {
        return Texts.in(tag(wanted));
    }

    /** Within the caller's transaction. */
    public Uni<String> tagOf(String contactId) {
        return directory
                .contact(contactId)
                .map(contact -> tag(contact.map(Contact::language).orElse(null)));
    }

    /** In a transaction of its own, or the caller's. */
    public Uni<Texts> textsOf(String contactId) {
        return transactions.run(() -> tagOf(contactId)).map(Texts::in);
    }
}
