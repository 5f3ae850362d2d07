package org.talenthub.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites the demo files, samples and their expected outcomes under {@code batch-jobs/}. The same program writes the same
 * content; {@link DemoDataTests} holds the committed files to it.
 *
 * <p>Run with {@code mvn -q test-compile org.codehaus.mojo:exec-maven-plugin:3.6.1:exec -Dexec.executable=java
 * -Dexec.classpathScope=test -Dexec.args="-cp %classpath org.talenthub.demo.DemoData"}.
 */
final class DemoData {

    private DemoData() {}

    /** @param args the {@code batch-jobs} folder; by default the one in the working directory */
    public static void main(String[] args) throws IOException {
        write(Path.of(args.length == 0 ? "batch-jobs" : args[0]));
    }

    static void write(Path jobs) throws IOException {
        World world = new World(Words.load());
        DirectorySheets directory = new DirectorySheets(world);
        SheetFiles.csv(samples(jobs, "enterprise").resolve("demo.csv"), directory.enterprises());
        SheetFiles.csv(samples(jobs, "carrier").resolve("demo.csv"), directory.carriers());
        SheetFiles.csv(samples(jobs, "platform").resolve("demo.csv"), directory.platforms());
        List<String> talents = write(samples(jobs, "talent"), new TalentSheets(world).tables());
        List<Table> asked = new DemandSheets(world).tables();
        List<String> demands = write(samples(jobs, "demand"), asked);
        List<PastDemands.Year> past = new PastDemands(asked).years();
        for (PastDemands.Year year : past) {
            for (int i = 0; i < year.tables().size(); i++) {
                SheetFiles.csv(
                        samples(jobs, "demand").resolve(Manifest.past(year.year(), i)),
                        year.tables().get(i));
            }
        }
        SheetFiles.text(jobs.resolve("demo.yml"), Manifest.text(world.stations(), talents, demands, past));
        MessyTalents.write(samples(jobs, "talent"));
        MessyWorkbooks.write(jobs);
        MessyOthers.write(jobs);
        new BadFiles(jobs).write();
    }

    static Path samples(Path jobs, String feed) {
        return jobs.resolve(feed).resolve("samples");
    }

    /** One file per station, every fifth a workbook. */
    private static List<String> write(Path folder, List<Table> tables) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            String name = "demo-%02d.%s".formatted(i + 1, i % 5 == 2 ? "xlsx" : "csv");
            if (name.endsWith("csv")) {
                SheetFiles.csv(folder.resolve(name), tables.get(i));
            } else {
                SheetFiles.xlsx(folder.resolve(name), tables.get(i));
            }
            names.add(name);
        }
        return names;
    }
}
