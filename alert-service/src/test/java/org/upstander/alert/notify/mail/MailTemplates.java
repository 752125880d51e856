package org.upstander.alert.notify.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.Variant;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates of the service, without the application. */
public final class MailTemplates {

    private MailTemplates() {}

    /** As the application has it; {@code NotifyIT} proves that the application does escape. */
    public static Engine engine() {
        return Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addValueResolver(ValueResolvers.rawResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addLocator(MailTemplates::locate)
                .build();
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        try (var in = MailTemplates.class.getResourceAsStream("/templates/" + id)) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Variant variant =
                    Variant.forContentType(
                            id.endsWith(".html") ? Variant.TEXT_HTML : Variant.TEXT_PLAIN);
            return Optional.of(
                    new TemplateLocator.TemplateLocation() {
                        @Override
                        public Reader read() {
                            return new StringReader(source);
                        }

                        @Override
                        public Optional<Variant> getVariant() {
                            return Optional.of(variant);
                        }
                    });
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
