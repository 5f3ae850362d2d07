package org.talenthub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use each other as they say, each big library has one home, and the house stays as it was tidied. */
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

    /** Who needs more is several. */
    @Test
    void noConstructorHasMoreThanEightArguments() {
        assertThat(CLASSES.stream()
                        .filter(c -> !c.getEnclosingClass().isPresent() && !c.isRecord() && !c.isEnum())
                        .filter(c -> c.getConstructors().stream()
                                .anyMatch(k -> k.getRawParameterTypes().size() > 8))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    /** Between modules there is none either: {@link #modulesUseOnlyWhatTheySayAndInNoCircle}. */
    @Test
    void packagesOfAModuleAreInNoCircle() {
        Set<String> modules = CLASSES.stream()
                .map(c -> c.getPackageName().split("\\."))
                .filter(p -> p.length > 2)
                .map(p -> p[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(modules).hasSizeGreaterThan(20);
        SoftAssertions all = new SoftAssertions();
        for (String module : modules) {
            all.assertThat(slices().assignedFrom(PACKAGES)
                            .should()
                            .beFreeOfCycles()
                            .evaluate(CLASSES.that(resideInAPackage("org.talenthub." + module + "..")))
                            .getFailureReport()
                            .getDetails())
                    .as(module)
                    .isEmpty();
        }
        all.assertAll();
    }

    private static final SliceAssignment PACKAGES = new SliceAssignment() {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    /** A longer file has two subjects, or says why it has one. */
    @Test
    void noFileIsLongWithoutAReason() throws IOException {
        List<String> reasoned = List.of(
                "AccessMatrix",
                "Applying",
                "Dates",
                "Dictionary",
                "LineReader",
                "ParticipantApi",
                "Participating",
                "PlanPages",
                "Regions");
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                String text = Files.readString(file);
                long lines = text.lines().count();
                boolean said = reasoned.contains(name) && text.contains("Long because");
                if (lines > 300 && !said) {
                    found.put(name, lines + " lines");
                }
            }
        }
        assertThat(found).isEmpty();
    }

    /** A class with settings or beans of its own would start a hub of its own. */
    @Test
    void allTestsShareThreeHubs() throws IOException {
        Pattern own = Pattern.compile(
                "^@(TestPropertySource|SpringBootTest|ContextConfiguration)|^ *@(DynamicPropertySource|MockitoBean|TestBean|DirtiesContext)",
                Pattern.MULTILINE);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".java"))
                            .filter(f -> own.matcher(read(f)).find())
                            .map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder("HubTest.java", "PoolTest.java", "FullTest.java");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
