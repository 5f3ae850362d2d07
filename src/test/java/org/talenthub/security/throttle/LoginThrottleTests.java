package org.talenthub.security.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.talenthub.HubTest;
import org.talenthub.accounts.Accounts;
import org.talenthub.accounts.NewAccount;
import org.talenthub.security.Role;
import org.talenthub.security.sealing.Sealing;
import org.talenthub.security.signin.PasswordTurns;
import org.talenthub.security.signin.RememberingPasswordEncoder;
import org.talenthub.security.throttle.LoginThrottle.TooManyFailures;

/** What guessing costs whom, on the real database; two hubs are two throttles on it. */
@HubTest
@Tag("database")
class LoginThrottleTests {

    private static final String PASSWORD = "a-Password-2026";
    private static final SignInLimits LIMITS = new SignInLimits(10, 100, 20, 200);

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sealing sealing;

    @Autowired
    UserDetailsService users;

    private final Ahead clock = new Ahead();
    private final AtomicInteger looks = new AtomicInteger();
    private AuthenticationManager hub;
    private AuthenticationManager otherHub;

    @BeforeEach
    void twoHubs() {
        jdbc.sql("delete from sign_in_attempt").update();
        for (String name : List.of("lt.victim", "lt.other")) {
            if (accounts.find(name).isEmpty()) {
                accounts.create(new NewAccount(name, PASSWORD, "x", Role.PROVINCE, null, null, null));
            }
        }
        hub = hub(LIMITS);
        otherHub = hub(LIMITS);
    }

    private AuthenticationManager hub(SignInLimits limits) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(users);
        PasswordEncoder real =
                org.springframework.security.crypto.factory.PasswordEncoderFactories.createDelegatingPasswordEncoder();
        provider.setPasswordEncoder(new RememberingPasswordEncoder(new PasswordTurns(new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return real.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                looks.incrementAndGet();
                return real.matches(password, hash);
            }
        })));
        return new ProviderManager(new LoginThrottle(provider, new SignInAttempts(jdbc, sealing, clock), limits));
    }

    @Test
    void aNameFromOneAddressHasTenTriesHoweverItIsWritten() {
        String[] spellings = {
            "lt.victim", " lt.victim ", "LT.VICTIM", "Lt.Victim", "ｌｔ．ｖｉｃｔｉｍ", "ＬＴ.VICTIM", "lt.victim\t"
        };
        for (int i = 0; i < 10; i++) {
            AuthenticationManager one = i % 2 == 0 ? hub : otherHub;
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn(one, spellings[1], "wrong", "10.0.0.1"));
        }
        int before = looks.get();
        for (String spelling : spellings) {
            assertThatExceptionOfType(TooManyFailures.class)
                    .as(spelling)
                    .isThrownBy(() -> signIn(otherHub, spelling, PASSWORD, "10.0.0.1"))
                    .satisfies(e -> assertThat(e.seconds()).isBetween(890L, 900L));
        }
        assertThat(looks).as("refused before any password is looked at").hasValue(before);
        assertThatNoException().isThrownBy(() -> signIn(hub, "lt.victim", PASSWORD, "10.0.0.2"));
        clock.ahead = Duration.ofMinutes(16);
        assertThatNoException().isThrownBy(() -> signIn(hub, "lt.victim", PASSWORD, "10.0.0.1"));
    }

    @Test
    void whatADatabaseTakesForEqualIsAnotherName() {
        for (String name :
                List.of("lt.víctim", "lt.vıctim", "lt.victim\u200b", "lt.victim\u0000", "ŀt.victim", "lt.victim.")) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .as(name)
                    .isThrownBy(() -> signIn(hub, name, PASSWORD, "10.0.0.3"));
        }
    }

    @Test
    void fortyNamesFromOneAddressAreNotLookedAt() {
        signIn(hub, "lt.victim", PASSWORD, "10.0.1.1");
        int before = looks.get();
        int refused = 0;
        for (int i = 0; i < 40; i++) {
            try {
                signIn(i % 2 == 0 ? hub : otherHub, "nobody." + i, "wrong", "10.0.1.1");
            } catch (TooManyFailures e) {
                assertThat(e.seconds()).isLessThanOrEqualTo(300);
                refused++;
            } catch (BadCredentialsException e) {
                // looked at
            }
        }
        assertThat(refused).isEqualTo(20);
        assertThat(looks.get() - before).isEqualTo(20);
        assertThatExceptionOfType(TooManyFailures.class)
                .as("a name that never came from there")
                .isThrownBy(() -> signIn(hub, "lt.other", PASSWORD, "10.0.1.1"));
        assertThatNoException()
                .as("who came from there before is not locked out by others")
                .isThrownBy(() -> signIn(hub(LIMITS), "lt.victim", PASSWORD, "10.0.1.1"));
        assertThatNoException()
                .as("elsewhere nothing happened")
                .isThrownBy(() -> signIn(hub, "lt.other", PASSWORD, "10.0.1.2"));
        clock.ahead = Duration.ofMinutes(6);
        assertThatNoException().isThrownBy(() -> signIn(hub, "lt.other", PASSWORD, "10.0.1.1"));
    }

    @Test
    void theAddressesOfOneNetworkOfTheSixthVersionAreOne() {
        for (int i = 0; i < 20; i++) {
            String address = "2001:db8:1:2::" + Integer.toHexString(i + 1);
            String name = "nobody." + i;
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn(hub, name, "wrong", address));
        }
        assertThatExceptionOfType(TooManyFailures.class)
                .isThrownBy(() -> signIn(hub, "nobody", "wrong", "2001:db8:1:2:ffff::1"));
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn(hub, "nobody", "wrong", "2001:db8:1:3::1"));
    }

    @Test
    void aNameGuessedFromEverywhereIsNotLockedWhereItsOwnerIs() {
        signIn(hub, "lt.victim", PASSWORD, "10.0.2.1");
        for (int i = 0; i < 100; i++) {
            String address = "10.1." + i + ".1";
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn(hub, "lt.victim", "wrong", address));
        }
        assertThatExceptionOfType(TooManyFailures.class)
                .isThrownBy(() -> signIn(hub, "lt.victim", "wrong", "10.2.0.1"));
        assertThatNoException().isThrownBy(() -> signIn(hub(LIMITS), "lt.victim", PASSWORD, "10.0.2.1"));
    }

    @Test
    void allTogetherAreBoundedToo() {
        AuthenticationManager small = hub(new SignInLimits(10, 100, 20, 15));
        for (int i = 0; i < 15; i++) {
            String address = "10.3." + i + ".1";
            String name = "nobody." + i;
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn(small, name, "wrong", address));
        }
        assertThatExceptionOfType(TooManyFailures.class)
                .isThrownBy(() -> signIn(small, "nobody", "wrong", "10.3.99.1"))
                .satisfies(e -> assertThat(e.seconds()).isLessThanOrEqualTo(60));
    }

    @Test
    void manyAtTheSameMomentAreCountedOneByOne() throws Exception {
        int before = looks.get();
        List<Future<?>> tries = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                AuthenticationManager one = i % 2 == 0 ? hub : otherHub;
                tries.add(all.submit(() -> signIn(one, "lt.victim", "wrong", "10.0.4.1")));
            }
        }
        for (Future<?> t : tries) {
            assertThat(t.exceptionNow()).isInstanceOfAny(BadCredentialsException.class, TooManyFailures.class);
        }
        assertThat(looks.get() - before).isEqualTo(10);
    }

    @Test
    void rightPasswordsCostNoTries() {
        for (int i = 0; i < 60; i++) {
            signIn(i % 2 == 0 ? hub : otherHub, "lt.victim", PASSWORD, "10.0.5.1");
        }
        assertThat(looks.get()).as("once on each hub").isEqualTo(2);
        for (int i = 0; i < 19; i++) {
            String name = "nobody." + i;
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn(hub, name, "wrong", "10.0.5.1"));
        }
    }

    @Test
    void aRememberedPasswordIsNoWayToGuessOn() {
        signIn(hub, "lt.victim", PASSWORD, "10.0.6.1");
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(BadCredentialsException.class)
                    .isThrownBy(() -> signIn(hub, "lt.victim", "wrong", "10.0.6.2"));
        }
        assertThatExceptionOfType(TooManyFailures.class)
                .isThrownBy(() -> signIn(hub, "lt.victim", PASSWORD, "10.0.6.2"));
    }

    @Test
    void nothingThatWasTypedIsKept() {
        assertThatExceptionOfType(BadCredentialsException.class)
                .isThrownBy(() -> signIn(hub, "13900000002", "my-secret-typed-as", "10.0.7.1"));
        assertThat(jdbc.sql("select id from sign_in_attempt")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(id -> id.matches("[0-9a-f]{64}"));
    }

    private Authentication signIn(AuthenticationManager hub, String name, String password, String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        token.setDetails(new WebAuthenticationDetails(request));
        return hub.authenticate(token);
    }

    private static final class Ahead extends Clock {

        private Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
