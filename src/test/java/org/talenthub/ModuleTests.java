package org.talenthub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
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
}
