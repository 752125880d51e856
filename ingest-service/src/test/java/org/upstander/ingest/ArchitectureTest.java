package org.upstander.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.ingest.fixture.domain.PostThatCallsKafka;

/** The shape of the service: who may know what. A13 is about entities, of which there are none. */
class ArchitectureTest {

    private static final String BASE = "org.upstander.ingest.";
    private static final Set<String> ADAPTERS =
            Set.of(
                    "file http kafka link markup observability persistence poll timer webhook"
                            .split(" "));
    private static final Set<String> PACKAGES =
            Set.of(
                    "domain",
                    "application",
                    "application.backfill",
                    "application.delivery",
                    "application.health",
                    "application.hub",
                    "application.poll",
                    "application.report",
                    "application.source",
                    "http",
                    "kafka",
                    "link",
                    "markup",
                    "observability",
                    "config",
                    "fetch",
                    "file",
                    "mail",
                    "persistence",
                    "poll",
                    "poll.discourse",
                    "poll.feed",
                    "poll.reddit",
                    "poll.wordpress",
                    "poll.imap",
                    "poll.jetstream",
                    "poll.mastodon",
                    "poll.websub",
                    "reading",
                    "timer",
                    "webhook",
                    "webhook.cloudevents",
                    "webhook.coral",
                    "webhook.discord",
                    "webhook.discourse",
                    "webhook.facebook",
                    "webhook.github",
                    "webhook.json",
                    "webhook.mastodon",
                    "webhook.slack",
                    "webhook.wordpress");

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.upstander.ingest");
    private static final JavaClasses FIXTURE =
            new ClassFileImporter().importClasses(PostThatCallsKafka.class);

    private static final Map<String, ArchRule> RULES = rules();

    static Set<String> names() {
        return RULES.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void holds(String rule) {
        RULES.get(rule).check(MAIN);
    }

    /** A14: a rule that cannot fail says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"A1", "A4", "A9 inject", "A9 property", "A11", "A12"})
    void bites(String rule) {
        assertThat(RULES.get(rule).evaluate(FIXTURE).hasViolation()).isTrue();
    }

    /** A14: nor does one that looks at nothing. */
    @Test
    void everyPackageHasClasses() {
        assertThat(
                        MAIN.stream()
                                .map(JavaClass::getPackageName)
                                .map(name -> name.substring(BASE.length()))
                                .collect(Collectors.toSet()))
                .isEqualTo(PACKAGES);
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "A1",
                classes()
                        .that()
                        .resideInAPackage("org.upstander.ingest..domain..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(BASE + "domain..", "java.."));
        rules.put(
                "A2",
                classes()
                        .that()
                        .resideInAPackage(BASE + "application..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                BASE + "application..",
                                BASE + "domain..",
                                "java..",
                                "io.smallrye.mutiny..",
                                "jakarta.inject..",
                                "jakarta.enterprise.context.."));
        for (String adapter : ADAPTERS) {
            String[] others =
                    ADAPTERS.stream()
                            .filter(other -> !other.equals(adapter))
                            .map(other -> BASE + other + "..")
                            .toArray(String[]::new);
            rules.put(
                    "A3 " + adapter,
                    noClasses()
                            .that()
                            .resideInAPackage(BASE + adapter + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others));
        }
        rules.put("A4", onlyIn("kafka", "org.apache.kafka..", "..reactive.messaging.."));
        rules.put(
                "A5",
                onlyIn(
                        "persistence",
                        "io.vertx.sqlclient..",
                        "io.vertx.pgclient..",
                        "org.flywaydb.."));
        rules.put("A6 http", onlyIn("http", "jakarta.ws.rs..", "io.vertx.ext.."));
        rules.put(
                "A6 http client",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(BASE + "http..", BASE + "fetch..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.vertx.core.http..", "org.upstander.outbound.."));
        rules.put(
                "A6 vertx",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(
                                BASE + "http..", BASE + "persistence..", BASE + "fetch..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.vertx.."));
        rules.put("A6 metrics", onlyIn("observability", "io.micrometer.."));
        rules.put("A7", onlyIn("kafka", "org.upstander.contracts.."));
        rules.put("A8", slices().matching(BASE + "(*)..").should().beFreeOfCycles());
        putA9(rules);
        // This service consumes nothing; when it does, A10 says where and how.
        rules.put("A10", methods().should().notBeAnnotatedWith(Incoming.class));
        rules.put(
                "A11",
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "org.upstander.ingest..domain..", BASE + "application..")
                        .should()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callConstructor(Random.class)
                        .orShould()
                        .callMethod(UUID.class, "randomUUID"));
        rules.put(
                "A12",
                noClasses()
                        .should()
                        .callMethod(Uni.class, "await")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(UniAwait.class)
                        .orShould()
                        .callMethod(CompletableFuture.class, "join")
                        .orShould()
                        .callMethod(CompletableFuture.class, "get")
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class));
        return rules;
    }

    private static void putA9(Map<String, ArchRule> rules) {
        rules.put("A9 inject", noFields().should().beAnnotatedWith(Inject.class));
        rules.put("A9 property", noFields().should().beAnnotatedWith(ConfigProperty.class));
        rules.put(
                "A9 mapping",
                classes()
                        .that()
                        .areAnnotatedWith(ConfigMapping.class)
                        .should()
                        .beInterfaces()
                        .andShould()
                        .resideInAPackage(BASE + "config"));
    }

    private static ArchRule onlyIn(String home, String... theirs) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(BASE + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(theirs);
    }
}
