package org.talenthub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use each other as they say, and each big library has one home. */
class ModuleTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.talenthub");

    @Test
    void modulesUseOnlyWhatTheySayAndInNoCircle() {
        ApplicationModules.of(TalentHub.class).verify();
    }

    @Test
    void elasticsearchIsKnownToIndexingAndSearchOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.talenthub.indexing..", "org.talenthub.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("co.elastic..")
                .check(CLASSES);
    }

    @Test
    void springBatchIsKnownToImportingOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.talenthub.importing..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .check(CLASSES);
    }

    @Test
    void spreadsheetsAreReadInOnePlaceAndWrittenInTwo() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.talenthub.importing.sheet..", "org.talenthub.results.exports")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.poi..", "de.siegmar.fastcsv..")
                .check(CLASSES);
    }

    /** It keeps its statement open, and with it all it read, until somebody closes it or the transaction ends. */
    @Test
    void noQueryIsReadAsAStream() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(CLASSES);
    }

    /** What one person can keep in mind. */
    @Test
    void noPackageHasMoreThanFifteenTypes() {
        Map<String, Long> types = CLASSES.stream()
                .filter(c ->
                        !c.getEnclosingClass().isPresent() && !c.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        assertThat(types).hasSizeGreaterThan(100);
        assertThat(types.entrySet())
                .allSatisfy(e -> assertThat(e.getValue()).as(e.getKey()).isLessThanOrEqualTo(15));
    }

    /** Who needs more is several; four are known to, and it shall not be more. */
    @Test
    void noConstructorHasMoreThanEightArguments() {
        assertThat(CLASSES.stream()
                        .filter(c -> !c.getEnclosingClass().isPresent() && !c.isRecord() && !c.isEnum())
                        .filter(c -> c.getConstructors().stream()
                                .anyMatch(k -> k.getRawParameterTypes().size() > 8))
                        .map(JavaClass::getSimpleName))
                .containsExactlyInAnyOrder("Commits", "Forecast", "Searches", "Sources");
    }
}
