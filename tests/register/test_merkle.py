"""The tree: roots that others publish, and proofs that hold for what is true and for nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from mutabaa.register.merkle import (
    EMPTY_ROOT,
    consistency_proof,
    extends,
    includes,
    inclusion_proof,
    leaf_hash,
    root_of,
)

# The leaves and roots with which Certificate Transparency logs test themselves.
LEAVES = [
    leaf_hash(bytes.fromhex(entry))
    for entry in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}
TREES = st.integers(1, 70).map(lambda size: [leaf_hash(bytes([n])) for n in range(size)])


def test_the_roots_are_those_that_other_logs_compute() -> None:
    assert {size: root_of(LEAVES[:size]).hex() for size in ROOTS} == ROOTS
    assert root_of([]) == EMPTY_ROOT


@given(TREES, st.data())
def test_every_entry_can_be_proved_to_be_in_the_tree_and_no_other(
    leaves: list[bytes], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof, root = inclusion_proof(leaves, index), root_of(leaves)
    assert includes(root, len(leaves), index, leaves[index], proof)
    assert not includes(root, len(leaves), index, leaf_hash(b"another"), proof)
    assert not includes(root, len(leaves), (index + 1) % (len(leaves) + 1), leaves[index], proof)
    assert not includes(root, len(leaves), index, leaves[index], [*proof, root])


@given(TREES, st.data())
def test_a_tree_that_only_grew_can_be_proved_to_have_only_grown(
    leaves: list[bytes], data: st.DataObject
) -> None:
    old = data.draw(st.integers(1, len(leaves)))
    proof, root = consistency_proof(leaves, old), root_of(leaves)
    assert extends(old, root_of(leaves[:old]), len(leaves), root, proof)
    changed = [leaf_hash(b"another"), *leaves[1:old]]
    assert not extends(old, root_of(changed), len(leaves), root, proof)
