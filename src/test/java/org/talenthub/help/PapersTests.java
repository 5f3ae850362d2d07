package org.talenthub.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read first stays short, and every picture is one that the walk makes. */
class PapersTests {

    private static final int LONGEST = 150;
    private static final Path PICTURES = Path.of("docs/pictures");
    private static final Path WALK = Path.of("src/test/java/org/talenthub/walks/PicturesWalkTests.java");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theFirstPaperIsShortAndHasThreePictures(String file) throws IOException {
        assertThat(Files.readAllLines(Path.of(file))).hasSizeLessThanOrEqualTo(LONGEST);
        assertThat(pictures(Path.of(file)))
                .hasSize(3)
                .allSatisfy(p -> assertThat(Path.of(p)).exists().hasParentRaw(PICTURES));
    }

    @Test
    void everyPictureIsShownAndMadeByTheWalk() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Guide guide : Guide.values()) {
            for (boolean english : new boolean[] {true, false}) {
                shown.addAll(pictures(Path.of("docs", guide.file(english))));
            }
        }
        Set<String> made = Pattern.compile("picture\\(\"([a-z-]+)\"\\)")
                .matcher(Files.readString(WALK))
                .results()
                .map(r -> "pictures/" + r.group(1) + ".png")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(made);
        try (Stream<Path> files = Files.list(PICTURES)) {
            assertThat(files.map(p -> "pictures/" + p.getFileName())).containsExactlyInAnyOrderElementsOf(made);
        }
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            assertThat(files).noneMatch(p -> p.toString().endsWith(".png"));
        }
    }

    private static List<String> pictures(Path file) throws IOException {
        return Pattern.compile("!\\[[^]]*]\\(([^)]+)\\)")
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult r) -> r.group(1))
                .toList();
    }
}
