package org.talenthub.accounts;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.talenthub.common.Problem;

/** Where the sealed secrets of second factors are kept, and which codes are used up. */
@Component
public class FactorKeys {

    private final AccountRepository accounts;

    FactorKeys(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /** A sealed secret, and how far it is used. */
    public static final class Key {

        private final byte[] sealed;
        private final boolean confirmed;
        private final long step;

        Key(byte[] sealed, boolean confirmed, long step) {
            this.sealed = sealed;
            this.confirmed = confirmed;
            this.step = step;
        }

        public byte[] sealed() {
            return sealed;
        }

        /** It is asked for at every sign-in. */
        public boolean confirmed() {
            return confirmed;
        }

        /** Up to this one codes are used up. */
        public long step() {
            return step;
        }
    }

    @Transactional(readOnly = true)
    public Optional<Key> of(long account) {
        return accounts.findById(account).flatMap(a -> {
            byte[] sealed = a.factor();
            return sealed == null ? Optional.empty() : Optional.of(new Key(sealed, a.hasApp(), a.factorStep()));
        });
    }

    /** A code of that step was shown for the first time: from now on one is asked for. */
    @Transactional
    public void take(long account, byte[] sealed, long step) {
        get(account).takeFactor(sealed, step);
    }

    /** Uses a step up; false when somebody did that already, of however many show the code at the same moment. */
    @Transactional
    public boolean use(long account, long step) {
        return accounts.useStep(account, step) == 1;
    }

    /** The app's; passkeys stay. */
    @Transactional
    public void drop(long account) {
        get(account).dropFactor();
    }

    /** Everything but the password. */
    @Transactional
    public void dropAll(long account) {
        get(account).dropFactor();
        accounts.dropPasskeys(account);
    }

    private Account get(long account) {
        return accounts.findById(account).orElseThrow(Problem::notFound);
    }
}
