package org.talenthub.security.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class SealingTests {

    static final String KEY = "a master text for tests 0123456789";

    final Sealing sealing = Sealing.of(KEY);

    @Test
    void opensWhatItSealed() {
        for (String value : new String[] {"", "13800000000", "zhang@example.com", "令狐·示例", "x".repeat(5000)}) {
            byte[] sealed = sealing.seal(value);
            assertThat(sealing.open(sealed)).isEqualTo(value);
            assertThat(sealed).hasSize(33 + value.getBytes(UTF_8).length);
        }
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            seen.add(new String(sealing.seal("13800000000"), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void refusesEveryAlteredByte() {
        byte[] sealed = sealing.seal("13800000000");
        for (int i = 0; i < sealed.length; i++) {
            byte[] bad = sealed.clone();
            bad[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> sealing.open(bad));
        }
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(new byte[0]));
        assertThatIllegalStateException()
                .isThrownBy(() -> sealing.open(java.util.Arrays.copyOf(sealed, sealed.length - 1)));
    }

    @Test
    void refusesAPieceInAnotherPlace() {
        byte[] piece = sealing.seal(new byte[] {1, 2, 3}, "file:1:1");
        assertThat(sealing.open(piece, "file:1:1")).containsExactly(1, 2, 3);
        assertThatIllegalStateException().isThrownBy(() -> sealing.open(piece, "file:1:2"));
    }

    @Test
    void tellsAnotherKey() {
        Sealing other = Sealing.of(KEY + "!");
        assertThatIllegalStateException()
                .isThrownBy(() -> other.open(sealing.seal("x")))
                .withMessageContaining("another secret key");
        assertThat(other.hash("p", "v")).isNotEqualTo(sealing.hash("p", "v"));
        assertThat(other.fingerprint()).isNotEqualTo(sealing.fingerprint());
    }

    /** The value is in databases and may never change; it was worked out independently with RFC 5869 and Python. */
    @Test
    void hashesStably() {
        assertThat(sealing.hash("talent.document", "11010119900307001X"))
                .isEqualTo("c332f34f642a6b97201c64b482a4b4fd6d894c3167988ba1eb701183d68c6dea");
        assertThat(Sealing.of(" " + KEY + "\n").hash("talent.document", "11010119900307001X"))
                .isEqualTo(sealing.hash("talent.document", "11010119900307001X"));
        assertThat(sealing.hash("talent.phone", "11010119900307001X"))
                .isNotEqualTo(sealing.hash("talent.document", "11010119900307001X"));
    }

    @Test
    void servesManyThreads() {
        String expected = sealing.hash("p", "v");
        boolean allRight = IntStream.range(0, 20_000)
                .parallel()
                .allMatch(i -> sealing.open(sealing.seal("v" + i)).equals("v" + i)
                        && sealing.hash("p", "v").equals(expected));
        assertThat(allRight).isTrue();
    }

    @Test
    void refusesAWeakMaster() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sealing.of("short"));
        assertThatIllegalArgumentException().isThrownBy(() -> Sealing.of("0".repeat(64)));
    }

    @Test
    void takesTheConfiguredKey(@TempDir Path home) {
        var environment =
                new MockEnvironment().withProperty("hub.secret-key", KEY).withProperty("hub.home", "" + home);
        assertThat(new SealingConfiguration().sealing(environment).fingerprint())
                .isEqualTo(sealing.fingerprint());
        assertThat(home.resolve("secret.key")).doesNotExist();
        environment.setProperty("hub.secret-key", "short");
        assertThatIllegalStateException()
                .isThrownBy(() -> new SealingConfiguration().sealing(environment))
                .withMessageContaining("HUB_SECRET_KEY");
    }

    @Test
    void refusesToStartWithoutAKeyOnAnExternalDatabase(@TempDir Path home) {
        var environment = new MockEnvironment()
                .withProperty("hub.home", "" + home)
                .withProperty("spring.datasource.url", "jdbc:mysql://db/hub");
        assertThatIllegalStateException()
                .isThrownBy(() -> new SealingConfiguration().sealing(environment))
                .withMessageContaining("HUB_SECRET_KEY");
    }

    @Test
    void keepsARandomKeyBesideTheEmbeddedDatabase(@TempDir Path parent) throws Exception {
        Path home = parent.resolve("home");
        var environment = new MockEnvironment()
                .withProperty("hub.home", "" + home)
                .withProperty("spring.datasource.url", "jdbc:mysql://127.0.0.1/hub")
                .withProperty("hub.engines.embedded.database", "true");
        String first = new SealingConfiguration().sealing(environment).fingerprint();
        assertThat(new SealingConfiguration().sealing(environment).fingerprint())
                .isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(home).isDirectoryContaining("glob:**/secret.key").isDirectoryNotContaining("glob:**/*.new");
    }
}
