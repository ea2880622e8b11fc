"""The words of random labels: plain and kind, and no two a slip of the pen apart."""

_WRITTEN = """
abacus accordion acorn airship album almanac almond alphabet amber anchor antler apple apricot
apron arcade archway armchair artichoke artist aspen atlas attic author avenue azure badger bagel
baker bamboo banana bandstand banjo banner barge barley barrel basil basket bassoon beacon beaver
beehive beige bicycle birch biscuit bison blanket blossom bluebell bonfire bongo bookcase bookmark
bottle boulder bouquet bracelet bracken bramble breeze bridge bright broccoli bronze brook brownie
bubble bucket bunny burrow butter button cabin cactus cafe calendar camel campsite canary candle
canoe canvas canyon caramel caravan cardigan carnival carpet carriage carrot cartoon cascade
cashew castle cavern cedar celery cello chalk champion chapel chapter cheddar cheerful cheetah
cherry chess chestnut chicory chimney chocolate cinema circle city clever cloak cloud coast cobble
cocoa coconut comet comic compass confetti cookie copper coriander cornflower cosy cottage cotton
courtyard cowslip cracker cranberry crater crayon cricket crimson crocus crumpet crystal cucumber
cupboard cupcake curious curtain cushion custard cypress daffodil dahlia daisy dandelion dawn
denim dewdrop diamond diary dolphin domino donkey doorbell dragon drawer drizzle dumpling dune
duvet eagle earring easel echo elm emerald engine envelope estuary evening fabric falcon fanfare
farm feather fennel fern ferret ferry festival fiction fiddle finch firefly fireplace fjord flag
flamingo flannel flapjack fluffy forest fountain frame friend fudge galaxy gallery garden garlic
gazebo gecko gentian gentle geranium geyser ginger gingham giraffe glacier glade glider glitter
goblet golden gopher granite granola greenhouse grove guitar hamlet hammock hamster handbag
harbour harp harvest haven hawthorn haystack hazel hedgehog helper heron hibiscus hill holly honey
horizon hyacinth igloo iguana indigo island ivory ivy jackdaw jade jaguar jasmine jelly jigsaw
journey jumper jungle juniper kangaroo kayak kazoo ketchup kettle keyboard kind kingfisher kite
kitten kiwi knitting koala ladder ladybird lagoon lake lamp lantern larch lasagne laurel lavender
lemon lemur lentil leopard letter library lighthouse lilac lily linden lizard llama lobster locket
locomotive lotus lucky macaroni magenta magic magnet magnolia magpie mandolin mango maple marble
marigold market marmalade marmot maroon mattress mauve maypole meadow medal meerkat mellow melody
melon meringue meteor midnight mimosa minibus minstrel mint mirror mongoose moon morning mosaic
muffin mulberry museum mushroom myrtle mystery napkin narcissus narwhal necklace nectarine nest
nightingale noodle notebook nougat novel number nutmeg oak oasis oboe ocean ochre octopus olive
omelette onion opal opera orange orbit orchard orchid oregano origami ostrich otter oven paddle
paintbrush painter palace pancake panda panther pantry papaya paper parade parasol parcel
parchment parsley parsnip pasta patchwork pattern pavilion peaceful peacock peanut pearl pebble
pecan pelican pencil pendant penguin penny pepper pergola petunia pheasant photo piano piccolo
pickle picnic picture pigeon pillow pilot pineapple pinecone pink pirate pistachio pitcher pizza
planet plateau platypus playful poem polite pond popcorn poplar poppy porcelain porridge postbox
postcard postman potato pottery prairie pretzel primrose pudding pumpkin purple puzzle pyjamas
pyramid quarry quartz quilt quince quiz rabbit raccoon radio radish railway rainbow raindrop
rainforest raspberry ravioli reindeer rhubarb ribbon risotto river robin rooster rosemary rowan
rowboat ruby ruler russet saffron sailboat sailor salad salmon sandal sandcastle sandpiper
sandwich sapling sapphire satchel saucer saxophone scarf scarlet scissors seahorse seaside seesaw
sesame shallot shelf shepherd sherbet shiny shrimp signal silk silver sketch sky sledge slipper
smile snowdrop snowflake snowman sofa sonata song sorbet spaghetti spaniel spanner sparkle sparrow
spinach sponge spoon spring sprout spruce squash squirrel stable stadium star station statue
steamboat storybook stream strudel student submarine suitcase sultana summer summit sunbeam
sundial sunflower sunrise sunset swan swing sycamore syrup tablecloth tandem tangerine tapestry
tassel teacher teacup teapot telescope temple tempo terrace texture theatre thimble thistle thread
ticket tidy tiger tinsel toadstool toaster toffee tomato topaz toucan tourist towel tractor tram
trawler treasure treetop trellis tricycle trifle trolley trophy tropics trout truffle tuba tugboat
tulip tundra turnip turquoise turret turtle twilight twinkle ukulele umbrella valley vanilla
velvet veranda verbena vermilion verse village vineyard violet violin volcano waffle wagon wallet
wallpaper walnut walrus warbler wardrobe waterfall watermelon wave welcome wheelbarrow white
windmill window winter wisteria witty wombat wonder woodland workshop xylophone yarn yogurt zebra
"""
WORDS = tuple(_WRITTEN.split())
