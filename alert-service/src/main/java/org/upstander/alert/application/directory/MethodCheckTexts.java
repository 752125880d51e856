package org.upstander.alert.application.directory;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.upstander.alert.application.Message;
import org.upstander.alert.application.directory.MethodCheckStore.Claim;
import org.upstander.alert.application.language.Language;
import org.upstander.alert.application.language.Texts;
import org.upstander.alert.domain.MethodCheck;

/** Writes what a code or a test says, in the language of its contact. */
@Singleton
class MethodCheckTexts {

    private final MethodCodes codes;
    private final Language language;

    MethodCheckTexts(MethodCodes codes, Language language) {
        this.codes = codes;
        this.language = language;
    }

    Uni<Message> of(Claim claim) {
        return language.textsOf(claim.contactId())
                .map(
                        texts ->
                                claim.kind() == MethodCheck.Kind.TEST
                                        ? test(texts)
                                        : code(codes.of(claim.id()), texts));
    }

    static Message test(Texts texts) {
        return new Message.Note(
                texts.of("check.test.title"), texts.of("check.test.text"), texts.language());
    }

    static Message code(String code, Texts texts) {
        return new Message.Note(
                texts.of("check.code.title", code),
                texts.filled("check.code.text", code, MethodCheck.LIFETIME.toMinutes()),
                texts.language());
    }
}
