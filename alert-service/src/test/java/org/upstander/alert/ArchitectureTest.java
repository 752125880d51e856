package org.upstander.alert;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniAwait;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
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
import org.upstander.alert.fixture.domain.IncidentThatCallsKafka;

/** The shape of the service: who may know what. */
class ArchitectureTest {

    private static final String BASE = "org.upstander.alert.";
    private static final Set<String> ADAPTERS =
            Set.of("http", "kafka", "keys", "notify", "observability", "persistence", "timer");
    private static final Set<String> PACKAGES =
            Set.of(
                    "domain",
                    "application",
                    "config",
                    "http",
                    "kafka",
                    "keys",
                    "notify",
                    "observability",
                    "persistence",
                    "timer");

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.upstander.alert");
    private static final JavaClasses FIXTURE =
            new ClassFileImporter().importClasses(IncidentThatCallsKafka.class);

    /** Quarkus' build adds accessors and the like to the classes on disk. */
    private static final DescribedPredicate<JavaClass> GENERATED =
            DescribedPredicate.describe("generated", type -> type.getSource().isEmpty());

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
    @ValueSource(
            strings = {
                "A1",
                "A4",
                "A5",
                "A7",
                "A9 inject",
                "A9 property",
                "A10 returns",
                "A10 named",
                "A11",
                "A12",
                "A13"
            })
    void bites(String rule) {
        assertThat(RULES.get(rule).evaluate(FIXTURE).hasViolation()).isTrue();
    }

    /** A14: nor does one that looks at nothing. */
    @Test
    void everyPackageHasClasses() {
        assertThat(
                        MAIN.stream()
                                .map(JavaClass::getPackageName)
                                .map(name -> name.substring(BASE.length()).split("\\.")[0])
                                .collect(Collectors.toSet()))
                .isEqualTo(PACKAGES);
    }

    private static Map<String, ArchRule> rules() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        putLayers(rules);
        rules.put("A4", onlyIn("kafka", "org.apache.kafka..", "..reactive.messaging.."));
        rules.put(
                "A5",
                onlyIn(
                        "persistence",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "io.quarkus.hibernate.."));
        rules.put("A6 http", onlyIn("http", "jakarta.ws.rs.."));
        rules.put("A6 metrics", onlyIn("observability", "io.micrometer.."));
        rules.put("A7", onlyIn("kafka", "org.upstander.contracts.."));
        rules.put("A8", slices().matching(BASE + "(*)..").should().beFreeOfCycles());
        putInjection(rules);
        putConsumers(rules);
        rules.put(
                "A11",
                noClasses()
                        .that()
                        .resideInAnyPackage("org.upstander.alert..domain..", BASE + "application..")
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
        rules.put(
                "A13",
                classes()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .resideInAPackage(BASE + "persistence..")
                        .andShould()
                        .onlyBeAccessed()
                        .byClassesThat(
                                JavaClass.Predicates.resideInAPackage(BASE + "persistence..")
                                        .or(GENERATED)));
        return rules;
    }

    private static void putLayers(Map<String, ArchRule> rules) {
        rules.put(
                "A1",
                classes()
                        .that()
                        .resideInAPackage("org.upstander.alert..domain..")
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
    }

    private static void putInjection(Map<String, ArchRule> rules) {
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

    private static void putConsumers(Map<String, ArchRule> rules) {
        rules.put(
                "A10 returns",
                methods()
                        .that()
                        .areAnnotatedWith(Incoming.class)
                        .should()
                        .haveRawReturnType(Uni.class));
        rules.put(
                "A10 named",
                methods()
                        .that()
                        .areAnnotatedWith(Incoming.class)
                        .should()
                        .beDeclaredInClassesThat()
                        .haveSimpleNameEndingWith("Consumer"));
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
