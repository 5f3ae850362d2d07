package org.talenthub.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talenthub.common.WrongSetting;

class CellsTests {

    @Test
    void rowsComeBackAsTheyWent() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Cells.begin(out);
        Cells.write(out, new byte[] {0, -1, 1});
        Cells.write(out, null);
        Cells.write(out, new byte[0]);
        Cells.end(out);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertThat(Cells.more(in)).isTrue();
        assertThat(Cells.read(in)).containsExactly(0, -1, 1);
        assertThat(Cells.read(in)).isNull();
        assertThat(Cells.read(in)).isEmpty();
        assertThat(Cells.more(in)).isFalse();
    }

    @Test
    void whatIsNoBackupIsSaidToBeNone(@TempDir Path scratch) throws IOException {
        Path file = Files.writeString(scratch.resolve("a.zip"), "not a zip");
        assertThatThrownBy(() -> BackupFile.open(file))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("no backup");
        assertThatThrownBy(() -> BackupFile.open(scratch.resolve("b.zip"))).isInstanceOf(WrongSetting.class);
    }
}
