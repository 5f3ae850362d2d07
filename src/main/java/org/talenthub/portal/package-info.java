/** The site's pages for readers: frame, home, search page, entity pages, log-in. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "common",
            "editions :: *",
            "help",
            "importing",
            "importing :: *",
            "records",
            "records :: *",
            "reference",
            "reference :: *",
            "results",
            "results :: *",
            "search",
            "search :: *",
            "security",
            "security :: *",
            "talent :: unmask",
            "web"
        })
@NullMarked
package org.talenthub.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
