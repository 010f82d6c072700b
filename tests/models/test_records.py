"""A record and its body live and die together, and nothing is left behind."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import RestrictedError

from profiles.models import (
    Claim,
    Company,
    Deal,
    FundingRound,
    Investment,
    Name,
    Party,
    Person,
    Product,
    Record,
    Role,
    StaleRecord,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def acme():
    return Company.objects.create(name="Acme & Co", founded="April 2023")


@pytest.fixture
def seed(acme):
    return FundingRound.objects.create(company=acme, label="Seed", amount="€105M")


def test_a_body_makes_its_record_with_a_readable_key(acme, seed):
    assert acme.record.ref == "company/acme-co"
    assert seed.record.ref == "round/acme-co-seed"
    assert seed.record.owner == acme.record


def test_a_second_record_of_the_same_name_gets_another_key(acme):
    assert Company.objects.create(name="Acme & Co").key == "acme-co-2"


def test_what_editors_paste_is_stored_in_canonical_form(acme, seed):
    assert Company.objects.get().founded == "2023-04"
    assert FundingRound.objects.get().amount == "EUR 105000000"


def test_saving_counts_a_version_and_a_stale_one_is_refused(acme):
    read = Record.objects.get(pk=acme.pk)
    acme.tagline = "Anvils"
    acme.save()
    with pytest.raises(StaleRecord):
        read.advance(expected=1)
    read.advance(expected=2)


def test_the_owner_follows_a_round_that_moves_to_another_company(acme, seed):
    other = Company.objects.create(name="Other")
    seed.company = other
    seed.save()
    assert Record.objects.get(pk=seed.pk).owner == other.record


def test_a_profile_holds_its_people_and_what_hangs_on_its_parts(acme, seed):
    erin = Person.objects.create(name="Erin")
    role = Role.objects.create(company=acme, person=erin, title="CEO")
    fund = Company.objects.create(name="Fund")
    stake = Investment.objects.create(round=seed, investor=fund.record)
    product = Product.objects.create(company=acme, name="Anvil")
    former = Name.objects.create(subject=product.record, name="Hammer", use="former")
    expected = {acme.pk, seed.pk, erin.pk, role.pk, stake.pk, product.pk, former.pk}
    assert set(Record.objects.of_profile(acme.record).values_list("pk", flat=True)) == expected


def test_other_profiles_name_a_company_in_their_rounds_and_deals(acme, seed):
    fund = Company.objects.create(name="Fund")
    stake = Investment.objects.create(round=seed, investor=fund.record)
    party = Party.objects.create(
        deal=Deal.objects.create(company=acme, title="Partnership"), who=fund.record
    )
    Investment.objects.create(round=seed, investor=Company.objects.create(name="Other").record)
    assert set(Record.objects.naming(fund.record).values_list("pk", flat=True)) == {
        stake.pk,
        party.pk,
    }
    assert not Record.objects.naming(acme.record).exists()


def test_a_company_in_its_own_round_is_named_by_no_other(acme, seed):
    Investment.objects.create(round=seed, investor=acme.record)
    assert not Record.objects.naming(acme.record).exists()


@pytest.mark.parametrize(
    ("columns", "is_profile"),
    [({}, False), ({"description": "A fund."}, False), ({"tagline": "Money"}, True)],
)
def test_a_company_with_a_tagline_has_a_profile(columns, is_profile):
    fund = Company.objects.create(name="Fund", **columns)
    Name.objects.create(subject=fund.record, name="The Fund")
    assert Company.objects.with_profile().filter(pk=fund.pk).exists() is is_profile


@pytest.mark.parametrize(
    "delete",
    [
        lambda company: company.delete(),
        lambda company: company.record.delete(),
        lambda company: Company.objects.filter(pk=company.pk).delete(),
        lambda company: Record.objects.filter(pk=company.pk).delete(),
    ],
    ids=["body", "record", "body queryset", "record queryset"],
)
def test_deleting_a_company_leaves_no_record_and_no_claim(acme, seed, delete):
    Claim.objects.create(record=seed.record, fact="amount", value="EUR 105000000")
    product = Product.objects.create(company=acme, name="Anvil")
    Name.objects.create(subject=product.record, name="Hammer", use="former")
    delete(acme)
    assert not Record.objects.exists()
    assert not Claim.objects.exists()
    assert not Name.objects.exists()


def test_a_deal_goes_with_its_parties_but_the_others_stay(acme):
    other = Company.objects.create(name="Other")
    deal = Deal.objects.create(company=acme, title="Partnership with Other")
    party = Party.objects.create(deal=deal, who=other.record)
    assert Record.objects.of_profile(acme.record).filter(pk=party.pk).exists()
    Claim.objects.create(record=party.record, fact="part", value="partner")
    deal.delete()
    assert not Record.objects.filter(kind__in=["deal", "party"]).exists()
    assert not Claim.objects.exists()
    assert Company.objects.filter(name="Other").exists()


def test_an_investor_that_is_used_elsewhere_is_not_deleted(acme, seed):
    fund = Company.objects.create(name="Fund")
    Investment.objects.create(round=seed, investor=fund.record)
    with pytest.raises(RestrictedError), transaction.atomic():
        fund.delete()
    assert Company.objects.filter(name="Fund").exists()


@pytest.mark.parametrize(
    ("broken", "constraint"),
    [
        ({"kind": "company", "key": "acme-co"}, "record_key_unique_in_kind"),
        ({"kind": "company", "key": ""}, "record_has_kind_and_key"),
        ({"kind": "", "key": "x"}, "record_has_kind_and_key"),
    ],
)
def test_the_database_refuses_a_broken_record(acme, broken, constraint):
    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.create(**broken)
    assert constraint in {c.name for c in Record._meta.constraints}


def test_a_record_cannot_own_itself(acme):
    with pytest.raises(IntegrityError), transaction.atomic():
        Record.objects.filter(pk=acme.pk).update(owner=acme.pk)
