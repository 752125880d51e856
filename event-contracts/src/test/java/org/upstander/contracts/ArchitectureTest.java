package org.upstander.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.upstander.contracts.fixture.EventThatThinks;

/** Contracts are data: records or constants, on nothing but Java and Jackson's annotations. */
class ArchitectureTest {

    private static final JavaClasses CONTRACTS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.upstander.contracts");

    private static final JavaClasses FIXTURE =
            new ClassFileImporter().importClasses(EventThatThinks.class);

    private static final ArchRule STAND_ALONE =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.upstander.contracts..",
                            "java.lang..",
                            "java.time..",
                            "java.util",
                            "com.fasterxml.jackson.annotation..");

    private static final ArchRule DATA_ONLY =
            classes().should(new BeRecordsOrConstants()).andShould().bePublic();

    @Test
    void contractsStandAlone() {
        STAND_ALONE.check(CONTRACTS);
    }

    @Test
    void contractsDecideNothing() {
        DATA_ONLY.check(CONTRACTS);
    }

    @Test
    void theRulesSeeTheContracts() {
        Set<String> packages =
                CONTRACTS.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages)
                .containsExactlyInAnyOrder("org.upstander.contracts", "org.upstander.contracts.v1");
        assertThat(CONTRACTS).hasSizeGreaterThanOrEqualTo(17);
        assertThat(CONTRACTS.stream().filter(JavaClass::isRecord))
                .hasSizeGreaterThanOrEqualTo(Contract.ALL.size());
    }

    @Test
    void theRulesBite() {
        assertThat(STAND_ALONE.evaluate(FIXTURE).hasViolation()).isTrue();
        assertThat(DATA_ONLY.evaluate(FIXTURE).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("isAlarming"))
                .anyMatch(detail -> detail.contains("MAPPER"));
    }

    /** A record with nothing of its own beside its components, or a final class of constants. */
    private static final class BeRecordsOrConstants extends ArchCondition<JavaClass> {

        private BeRecordsOrConstants() {
            super("be records without logic, or constants");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            if (type.isRecord()) {
                checkRecord(type, events);
            } else {
                checkConstants(type, events);
            }
        }

        private static void checkRecord(JavaClass type, ConditionEvents events) {
            Set<String> expected =
                    Arrays.stream(type.reflect().getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet());
            expected.addAll(Set.of("equals", "hashCode", "toString"));
            type.getMethods().stream()
                    .filter(method -> !expected.contains(method.getName()))
                    .forEach(method -> violation(type, method.getFullName(), events));
            type.getFields().stream()
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .forEach(field -> violation(type, field.getFullName(), events));
            if (type.getConstructors().size() != 1) {
                violation(type, "another constructor", events);
            }
        }

        private static void checkConstants(JavaClass type, ConditionEvents events) {
            type.getMethods().forEach(m -> violation(type, m.getFullName(), events));
            type.getFields().stream()
                    .filter(
                            field ->
                                    !field.getModifiers()
                                                    .containsAll(
                                                            Set.of(
                                                                    JavaModifier.STATIC,
                                                                    JavaModifier.FINAL))
                                            || !field.getRawType().isEquivalentTo(String.class))
                    .forEach(field -> violation(type, field.getFullName(), events));
            if (!type.getModifiers().contains(JavaModifier.FINAL)) {
                violation(type, "not final", events);
            }
        }

        private static void violation(JavaClass type, String what, ConditionEvents events) {
            events.add(SimpleConditionEvent.violated(type, type.getName() + ": " + what));
        }
    }
}
