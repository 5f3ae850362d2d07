package org.talenthub.importing.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The watched folder's files. Those who may write there are not trusted: every step down is taken relative to a directory that is
 * open already and never follows a link, so that nothing outside can be read, moved or written, whatever is renamed meanwhile.
 */
public final class IntakeFolder {

    static final String DONE = "done";
    static final String REFUSED = "refused";

    /** How transfer programs call a file that is not whole yet. */
    private static final List<String> PARTS =
            List.of(".part", ".partial", ".tmp", ".temp", ".filepart", ".crdownload", ".uploading", ".swp", "~");

    private static final int BUFFER = 1 << 16;

    private final Path root;

    IntakeFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** What tells one state of a file from another. */
    record Stamp(long size, FileTime modified, Object key) {
        static Stamp of(BasicFileAttributes a) {
            return new Stamp(a.size(), a.lastModifiedTime(), Objects.requireNonNullElse(a.fileKey(), ""));
        }
    }

    /** Where a file lies: the names of the directories below the root, none to two of them. */
    record Place(List<String> directories, String name) {

        /** Relative to the root, with slashes. */
        String path() {
            return String.join("/", directories) + (directories.isEmpty() ? "" : "/") + name;
        }

        static Place of(String path) {
            List<String> names = List.of(path.split("/"));
            return new Place(names.subList(0, names.size() - 1), names.getLast());
        }

        /** Whether a transfer program has still to rename it. */
        boolean partial() {
            String n = name.toLowerCase(Locale.ROOT);
            return PARTS.stream().anyMatch(n::endsWith);
        }
    }

    record Found(Place place, Stamp stamp) {}

    /** Something done with an open directory. */
    private interface Inside<T extends @Nullable Object> {
        T go(SecureDirectoryStream<Path> directory) throws IOException;
    }

    /**
     * Every ordinary file down to two directories deep; hidden ones and what is done or refused left out.
     *
     * @param closed told of each directory that cannot be read, while the others go on
     */
    List<Found> files(Consumer<String> closed) throws IOException {
        List<Found> found = new ArrayList<>();
        try (SecureDirectoryStream<Path> top = open()) {
            collect(top, List.of(), found, closed);
        }
        return found;
    }

    private static void collect(
            SecureDirectoryStream<Path> in, List<String> directories, List<Found> found, Consumer<String> closed)
            throws IOException {
        for (Path entry : in) {
            Path name = entry.getFileName();
            String text = name.toString();
            if (text.startsWith(".") || text.startsWith("~$") || text.equals(DONE) || text.equals(REFUSED)) {
                continue;
            }
            BasicFileAttributes a = attributes(in, name);
            if (a == null) {
                continue;
            }
            if (a.isRegularFile()) {
                found.add(new Found(new Place(directories, text), Stamp.of(a)));
            } else if (a.isDirectory() && directories.size() < 2) {
                List<String> below = new ArrayList<>(directories);
                below.add(text);
                try (SecureDirectoryStream<Path> next = in.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    collect(next, List.copyOf(below), found, closed);
                } catch (FileSystemException e) {
                    closed.accept(String.join("/", below));
                }
            }
        }
    }

    /** The file as it stands, null when there is no ordinary file of that name. */
    @Nullable
    Stamp stamp(Place place) throws IOException {
        try {
            return in(place.directories(), d -> {
                BasicFileAttributes a = attributes(d, Path.of(place.name()));
                return a != null && a.isRegularFile() ? Stamp.of(a) : null;
            });
        } catch (NoSuchFileException | NotDirectoryException gone) {
            return null;
        }
    }

    /**
     * Copies the file out, at most {@code limit} bytes and one more.
     *
     * @return false when it changed meanwhile, or is gone
     */
    boolean copy(Found file, Path to, long limit) throws IOException {
        try {
            in(file.place().directories(), d -> {
                Path name = Path.of(file.place().name());
                try (InputStream from = Channels.newInputStream(
                                d.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
                        OutputStream out = Files.newOutputStream(to)) {
                    byte[] buffer = new byte[BUFFER];
                    long left = limit + 1;
                    for (int n = from.read(buffer); n >= 0 && left > 0; n = from.read(buffer)) {
                        out.write(buffer, 0, (int) Math.min(n, left));
                        left -= n;
                    }
                }
                return true;
            });
        } catch (NoSuchFileException gone) {
            return false;
        }
        return file.stamp().equals(stamp(file.place()));
    }

    /** Moves the file into a directory beside it, which is made when it is missing; false when the file is gone. */
    boolean move(Place place, String directory, String newName) throws IOException {
        make(place.directories(), directory);
        try {
            return in(place.directories(), from -> {
                try (SecureDirectoryStream<Path> to =
                        from.newDirectoryStream(Path.of(directory), LinkOption.NOFOLLOW_LINKS)) {
                    from.move(Path.of(place.name()), to, Path.of(newName));
                    return true;
                }
            });
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** Whether the directory beside the file holds something of that name. */
    boolean taken(Place place, String directory, String name) throws IOException {
        List<String> below = new ArrayList<>(place.directories());
        below.add(directory);
        return stamp(new Place(below, name)) != null;
    }

    /** Writes a file of that name into a directory beside, whole or not at all, in place of an earlier one. */
    void write(Place place, String directory, String name, Path content) throws IOException {
        make(place.directories(), directory);
        in(place.directories(), d -> {
            try (SecureDirectoryStream<Path> to = d.newDirectoryStream(Path.of(directory), LinkOption.NOFOLLOW_LINKS)) {
                Path draft = Path.of("." + UUID.randomUUID() + ".part");
                try (OutputStream out = Channels.newOutputStream(to.newByteChannel(
                        draft,
                        Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"))))) {
                    Files.copy(content, out);
                }
                to.move(draft, to, Path.of(name));
            }
            return true;
        });
    }

    private void make(List<String> directories, String name) throws IOException {
        Path path = root;
        for (String d : directories) {
            path = path.resolve(d);
        }
        try {
            Files.createDirectory(
                    path.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwx---")));
        } catch (FileAlreadyExistsException there) {
            return; // if it is a link, it will not be entered
        }
    }

    private static @Nullable BasicFileAttributes attributes(SecureDirectoryStream<Path> in, Path name)
            throws IOException {
        try {
            return in.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    private <T extends @Nullable Object> T in(List<String> directories, Inside<T> inside) throws IOException {
        try (SecureDirectoryStream<Path> top = open()) {
            return in(top, directories, inside);
        }
    }

    private static <T extends @Nullable Object> T in(
            SecureDirectoryStream<Path> from, List<String> directories, Inside<T> inside) throws IOException {
        if (directories.isEmpty()) {
            return inside.go(from);
        }
        try (SecureDirectoryStream<Path> next =
                from.newDirectoryStream(Path.of(directories.getFirst()), LinkOption.NOFOLLOW_LINKS)) {
            return in(next, directories.subList(1, directories.size()), inside);
        }
    }

    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    private SecureDirectoryStream<Path> open() throws IOException {
        DirectoryStream<Path> top = Files.newDirectoryStream(root);
        if (top instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        top.close();
        throw new IOException("hub.intake.folder cannot be watched safely on this system: " + root);
    }
}
