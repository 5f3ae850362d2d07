package org.talenthub.engines.light;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Leaves out of the packaged hub what its platform does not need; the build runs it after the packaging. The jar is rewritten beside its
 * place, so that a build that is broken off leaves no half of one. Twice the same jar gives twice the same bytes.
 */
public final class Lighter {

    /** A jar without anything in it: the end of a directory of no entries. */
    private static final byte[] EMPTY_JAR = Arrays.copyOf(new byte[] {'P', 'K', 5, 6}, 22);

    private final Kept kept;

    private Lighter(Platform platform) {
        this.kept = new Kept(platform);
    }

    /** @param args the jar, and the platform unless it is the one that this runs on */
    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        Platform platform = args.length > 1 ? Platform.valueOf(args[1]) : Platform.here();
        long before = Files.size(jar);
        light(jar, platform);
        System.out.printf("%s for %s: %d MB, was %d MB%n", jar, platform, Files.size(jar) >> 20, before >> 20);
    }

    static void light(Path jar, Platform platform) throws IOException {
        Path draft = jar.resolveSibling(jar.getFileName() + ".light");
        Lighter lighter = new Lighter(platform);
        try (ZipFile all = new ZipFile(jar.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (Enumeration<? extends ZipEntry> entries = all.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = all.getInputStream(entry)) {
                    if (Kept.concerns(entry.getName())) {
                        stored(out, entry, lighter.without(entry.getName(), in));
                    } else {
                        ZipEntry same = new ZipEntry(entry);
                        if (entry.getMethod() != ZipEntry.STORED) {
                            same.setCompressedSize(-1);
                        }
                        out.putNextEntry(same);
                        in.transferTo(out);
                        out.closeEntry();
                    }
                }
            }
        }
        Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A jar in a jar is read in place, which is only possible where it is not compressed. */
    private static void stored(ZipOutputStream out, ZipEntry like, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(like);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(content);
        out.closeEntry();
    }

    private byte[] without(String archive, InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream all = new ZipInputStream(in);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = all.getNextEntry(); entry != null; entry = all.getNextEntry()) {
                if (!kept.keeps(archive, entry.getName())) {
                    continue;
                }
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTime(entry.getTime());
                out.putNextEntry(same);
                if (kept.empties(archive, entry.getName())) {
                    out.write(EMPTY_JAR);
                } else if (kept.cuts(archive, entry.getName())) {
                    LoadedPart.copy(all, out, n -> {});
                } else {
                    all.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
