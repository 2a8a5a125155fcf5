package dev.downbeat.engine.web.sync;

import dev.downbeat.engine.accounts.Account;
import dev.downbeat.engine.parties.Parties;
import dev.downbeat.engine.parties.PartyHost;
import dev.downbeat.party.PartyView;

import java.util.Optional;

/** Which party an account is in: the one it hosts, or the one alone that its pass is for. */
public final class AccountParty {
    private AccountParty() {}

    public static Optional<PartyHost> of(Parties parties, Account account) {
        return account.pass()
                .map(pass -> parties.find(pass.party()))
                .orElseGet(() -> parties.hostedBy(account.seat()));
    }

    /** False once the party is over that the account's pass is for: then nobody is left to be. */
    public static boolean mayStay(Parties parties, Account account) {
        return account.pass().isEmpty() || of(parties, account).isPresent();
    }

    static boolean isOf(PartyView view, Account account) {
        return account.pass()
                .map(pass -> pass.party().equals(view.id()))
                .orElseGet(() -> account.seat().equals(view.host()));
    }
}
