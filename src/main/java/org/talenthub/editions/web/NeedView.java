package org.talenthub.editions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.editions.publishing.EditionContent.Change;
import org.talenthub.editions.publishing.EditionContent.Coded;
import org.talenthub.editions.publishing.EditionContent.PartContent;
import org.talenthub.editions.publishing.EditionContent.Place;

/** A need in words, and how it stands to the last edition. */
record NeedView(
        List<PartContent> parts,
        String shortage,
        List<Coded> industries,
        List<Coded> regions,
        @Nullable Place last,
        Change change) {}
