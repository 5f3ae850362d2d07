package org.talenthub.importing.web;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.talenthub.access.Act;
import org.talenthub.access.Rights;
import org.talenthub.access.Thing;
import org.talenthub.importing.Imports;
import org.talenthub.importing.batch.BatchFilter;
import org.talenthub.security.Viewer;
import org.talenthub.web.ShellSection;

/** Batches; own ones wait for a decision. */
@Component
class ImportsSection implements ShellSection {

    private final Imports imports;
    private final Rights rights;

    ImportsSection(Imports imports, Rights rights) {
        this.imports = imports;
        this.rights = rights;
    }

    @Override
    public String key() {
        return "imports";
    }

    @Override
    public String href() {
        return "/imports";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean shownTo(Viewer viewer) {
        return rights.may(Act.READ, Thing.BATCH, viewer);
    }

    @Override
    public int waiting(Viewer viewer) {
        return rights.may(Act.REPORT, Thing.PERSON, viewer)
                ? (int) (imports.list(viewer, BatchFilter.waiting(), 0, 1).total()
                        + imports.list(viewer, BatchFilter.of(Map.of("status", "ASKING")), 0, 1)
                                .total())
                : 0;
    }
}
