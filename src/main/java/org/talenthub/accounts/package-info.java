/** People who use the hub: organisations, accounts, invitations, second factors, tokens of programs. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "common",
            "importing :: sheet",
            "records",
            "reference",
            "reference :: *",
            "security",
            "security :: *",
            "web"
        })
@NullMarked
package org.talenthub.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
