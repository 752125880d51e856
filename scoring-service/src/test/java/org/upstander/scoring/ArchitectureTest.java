package org.upstander.scoring;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstander.scoring.domain.fixture.Thoughtless;

/** The rules of the house, by their numbers in the project's rule list. */
class ArchitectureTest {
    private static final String BASE = "org.upstander.scoring";
    private static final String DOMAIN = BASE + ".domain..";
    private static final String APPLICATION = BASE + ".application..";
    private static final String KAFKA = BASE + ".kafka..";
    private static final String HTTP = BASE + ".http..";
    private static final String OBSERVABILITY = BASE + ".observability..";
    private static final String OPINION = BASE + ".opinion..";

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(BASE);

    private static final JavaClasses FIXTURE =
            new ClassFileImporter().importClasses(Thoughtless.class);

    private static final ArchRule A1_DOMAIN_IS_PURE =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(DOMAIN, "java..");

    private static final ArchRule A2_APPLICATION_KNOWS_NO_ADAPTER =
            classes()
                    .that()
                    .resideInAPackage(APPLICATION)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            APPLICATION,
                            DOMAIN,
                            "java..",
                            "io.smallrye.mutiny..",
                            "jakarta.inject..",
                            "jakarta.enterprise.context..");

    private static final ArchRule A3_ADAPTERS_STAND_APART =
            slices().matching(BASE + ".(http|kafka|observability|opinion)..")
                    .should()
                    .notDependOnEachOther();

    private static final ArchRule A3_THE_BRAIN_KNOWS_NO_ADAPTER =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            BASE + ".text..", BASE + ".binding..", BASE + ".judgement..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(HTTP, KAFKA, OBSERVABILITY, OPINION, BASE + ".config..");

    private static final ArchRule A4_KAFKA_ONLY_IN_KAFKA =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(KAFKA)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "org.eclipse.microprofile.reactive.messaging..",
                            "io.smallrye.reactive.messaging..");

    private static final ArchRule A5_A13_NO_PERSISTENCE =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..");

    private static final ArchRule A6_REST_ONLY_IN_HTTP =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(HTTP)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.ws.rs..");

    private static final ArchRule A6_METERS_ONLY_IN_OBSERVABILITY =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(OBSERVABILITY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("io.micrometer..");

    /** A text may leave the machine by one door, which is shut unless it is switched on. */
    private static final ArchRule A6_CALLS_OUT_ONLY_IN_OPINION =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(OPINION)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net.http..",
                            "io.vertx..client..",
                            "org.eclipse.microprofile.rest.client..",
                            "jakarta.ws.rs.client..");

    private static final ArchRule A7_CONTRACTS_ONLY_IN_KAFKA =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(KAFKA)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.upstander.contracts..");

    private static final ArchRule A8_NO_CYCLES =
            slices().matching(BASE + ".(*)..").should().beFreeOfCycles();

    private static final ArchRule A9_NO_FIELD_INJECTION =
            noFields()
                    .should()
                    .beAnnotatedWith(Inject.class)
                    .orShould()
                    .beAnnotatedWith(ConfigProperty.class);

    private static final ArchRule A9_CONFIGURATION_IS_INTERFACES_IN_CONFIG =
            classes()
                    .that()
                    .areAnnotatedWith(ConfigMapping.class)
                    .should()
                    .beInterfaces()
                    .andShould()
                    .resideInAPackage(BASE + ".config..");

    /** Posts are taken by plain clients here, so no channel is left to be acknowledged wrongly. */
    private static final ArchRule A10_NO_CHANNELS =
            noMethods().should().beAnnotatedWith(Incoming.class);

    private static final ArchRule A11_TIME_AND_CHANCE_ARE_PARAMETERS =
            noClasses()
                    .that()
                    .resideInAnyPackage(DOMAIN, APPLICATION)
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callMethod(UUID.class, "randomUUID")
                    .orShould()
                    .callConstructor(Random.class);

    private static final ArchRule A12_NOTHING_WAITS_FOR_A_FUTURE =
            noClasses()
                    .should()
                    .callMethod(CompletableFuture.class, "join")
                    .orShould()
                    .callMethod(CompletableFuture.class, "get")
                    .orShould()
                    .callMethod(Thread.class, "sleep", long.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(UniAwait.class);

    static Stream<ArchRule> rules() {
        return Stream.of(
                A1_DOMAIN_IS_PURE,
                A2_APPLICATION_KNOWS_NO_ADAPTER,
                A3_ADAPTERS_STAND_APART,
                A3_THE_BRAIN_KNOWS_NO_ADAPTER,
                A4_KAFKA_ONLY_IN_KAFKA,
                A5_A13_NO_PERSISTENCE,
                A6_REST_ONLY_IN_HTTP,
                A6_METERS_ONLY_IN_OBSERVABILITY,
                A6_CALLS_OUT_ONLY_IN_OPINION,
                A7_CONTRACTS_ONLY_IN_KAFKA,
                A8_NO_CYCLES,
                A9_NO_FIELD_INJECTION,
                A9_CONFIGURATION_IS_INTERFACES_IN_CONFIG,
                A10_NO_CHANNELS,
                A11_TIME_AND_CHANCE_ARE_PARAMETERS,
                A12_NOTHING_WAITS_FOR_A_FUTURE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTheRule(ArchRule rule) {
        rule.check(SERVICE);
    }

    /** A14: a rule about an empty package would hold forever and say nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "application",
                "text",
                "binding",
                "judgement",
                "kafka",
                "http",
                "observability",
                "opinion",
                "config"
            })
    void thePackageHasClasses(String name) {
        assertThat(SERVICE.that(resideInAnyPackage(BASE + "." + name + "..")))
                .extracting(JavaClass::getSimpleName)
                .isNotEmpty();
    }

    static Stream<ArchRule> broken() {
        return Stream.of(
                A1_DOMAIN_IS_PURE,
                A4_KAFKA_ONLY_IN_KAFKA,
                A6_REST_ONLY_IN_HTTP,
                A7_CONTRACTS_ONLY_IN_KAFKA,
                A9_NO_FIELD_INJECTION,
                A11_TIME_AND_CHANCE_ARE_PARAMETERS,
                A12_NOTHING_WAITS_FOR_A_FUTURE);
    }

    /** A14: the rules bite. */
    @ParameterizedTest
    @MethodSource("broken")
    void theFixtureBreaksTheRule(ArchRule rule) {
        assertThat(rule.evaluate(FIXTURE).hasViolation()).isTrue();
    }

    @Test
    void noRuleMayBeEmpty() {
        assertThat(SERVICE).hasSizeGreaterThan(50);
    }
}
